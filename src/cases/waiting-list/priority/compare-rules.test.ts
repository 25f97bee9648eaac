import { deliveredKey, rulesWith } from '../../../../test/support/priority-key.js';
import type { NamedReview } from '../../../runtime/case-ports.js';
import { idOf } from '../../../shared/id.js';
import { keyInputs } from './circumstances.js';
import { compareRules, figuresOf } from './compare-rules.js';
import { placementJson } from './placement.js';
import { readProposedRule, ruleInForce, type PriorityRule } from './priority-rule.js';

/** The delivered key, but children before everything: group 1. */
const childrenFirst = deliveredKey.replace(
  '<outputEntry id="barn-gruppe"><text>2</text>',
  '<outputEntry id="barn-gruppe"><text>1</text>',
);

const proposed = async (): Promise<PriorityRule> => {
  const reading = await readProposedRule(childrenFirst);
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return reading.rule;
};

async function roundOf(waiting: Readonly<Record<string, object>>): Promise<readonly NamedReview[]> {
  const rule = await ruleInForce(await rulesWith(), idOf<'Tenant'>('trondheim'));
  return Object.entries(waiting).map(([id, known], index) => {
    const enteredAt = `2026-11-${String(20 - index)}T08:00:00.000Z`;
    const entry = { enteredAt, need: {}, circumstances: { ...known } };
    const placement = placementJson(rule.place(keyInputs(entry, { on: '2026-12-01', fitsVacancy: null })));
    const processInstanceId = idOf<'ProcessInstance'>(id);
    return { processInstanceId, round: 'r1', outcome: 'uendret', on: '2026-12-01', title: id, placement };
  });
}

it('tells who would have stood higher and lower, why, and by which version each was placed', async () => {
  const reviews = await roundOf({ siv: { utrygtNa: true }, ola: {}, mona: { barnIHusstanden: true } });

  const [round] = compareRules(reviews, await proposed());

  expect(round).toMatchObject({ on: '2026-12-01' });
  expect(round?.entries.map(({ title, change, before, after }) => [title, change, before.place, after.place])).toEqual([
    ['mona', 'opp', 2, 1],
    ['siv', 'ned', 1, 2],
    ['ola', 'uendret', 3, 3],
  ]);
  expect(round?.entries[0]).toMatchObject({
    before: { group: 2, ruleVersion: 1 },
    after: { group: 1, reasons: [{ condition: 'C', text: 'Har barn i husstanden' }] },
  });
});

it('leaves out rounds from before there was a key', async () => {
  const old = { processInstanceId: idOf<'ProcessInstance'>('siv'), round: 'r0', outcome: 'uendret', on: '2026-11-24' };

  expect(compareRules([{ ...old, title: 'Siv' }], await proposed())).toEqual([]);
});

it('gives no figure of fewer than five persons, but none and five', async () => {
  const unmoved = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, {}]));

  expect(figuresOf(compareRules(await roundOf(unmoved), await proposed()))).toEqual({
    ...{ rounds: 1, up: 0, down: 0, same: 5 },
  });
  const moved = { siv: { utrygtNa: true }, mona: { barnIHusstanden: true } };
  expect(figuresOf(compareRules(await roundOf(moved), await proposed()))).toEqual({ rounds: 1, same: 0 });
});
