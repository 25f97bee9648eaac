import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { computeDeadline, ruleInForce, ruleOf, type DeadlineRule } from '../../engine/index.js';
import { readDeadlineRegister, registerFiles } from './read-deadline-register.js';
import { registerProblems } from './register-problems.js';

const appeal: DeadlineRule = {
  id: 'D04',
  name: 'Klagefrist',
  start: 'underretningen har nådd parten',
  length: { period: 'P3W' },
  kind: 'right',
  rounding: 'forward',
  law: 'forvaltningsloven (1967) § 29',
  verified: true,
  validFrom: '2020-01-01',
  ladder: [],
};
const duty: DeadlineRule = { ...appeal, kind: 'authority', rounding: 'backward' };

// As it is written: JSON that nobody has read yet.
type Row = ReturnType<typeof JSON.parse>;
type Changes = Partial<Record<keyof typeof registerFiles, (rows: readonly Row[]) => readonly Row[]>>;

/** The municipality's own register, with some of its files changed. */
async function readChanged(changes: Changes): Promise<readonly DeadlineRule[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'frister-'));
  await cp('workflows/meldinger', path.join(folder, 'meldinger'), { recursive: true });
  for (const [name, file] of Object.entries(registerFiles)) {
    const json: Row = JSON.parse(await readFile(path.join('workflows', file), 'utf8'));
    const change = name === 'calendar' ? undefined : changes[name === 'rules' ? 'rules' : 'coming'];
    await writeFile(path.join(folder, file), JSON.stringify(change?.(json) ?? json));
  }
  return readDeadlineRegister(folder);
}

const withRung = (row: Row, id: string, rung: object): Row =>
  row.id === id ? { ...row, legalLadder: [...row.legalLadder, rung] } : row;

describe('a deadline register is refused', () => {
  it.each<readonly [string, DeadlineRule]>([
    ['a right that is never paused', { ...appeal, pausable: ['party-asks'] }],
    ['a right that is not moved backward', { ...appeal, rounding: 'backward' }],
    ['validTo after validFrom', { ...appeal, validTo: '2020-01-01' }],
    ['local closed days in local rules only', { ...duty, calendar: { municipality: 'Trondheim', closedDays: [] } }],
    ['pauses for local reasons in local rules only', { ...duty, pausable: ['local'] }],
    [
      'nothing that stops hours',
      { ...duty, rounding: 'none', length: { hours: 72, count: 'clock' }, pausable: ['party-asks'] },
    ],
    [
      'nothing that stops hours, fixed dates and days before',
      { ...duty, length: { period: '-P1D' }, pausable: ['party-asks'] },
    ],
    [
      'a length that a municipality may choose',
      { ...duty, kind: 'local', length: { period: 'P3W' }, between: ['P4W', 'P12W'] },
    ],
    [
      'a length that a municipality may choose',
      { ...duty, kind: 'local', length: { period: 'P85D' }, between: ['P4W', 'P12W'] },
    ],
    ['no rounding of hours', { ...duty, length: { hours: 72, count: 'clock' } }],
    ['a reminder of pauses only where it may be paused', { ...duty, pauseReminder: 'P14D' }],
    [
      'a ladder of the law only where our own target is earlier',
      { ...appeal, legalLadder: [{ kind: 'reminder', offset: 'P0D', to: 'assignee' }] },
    ],
    [
      'an escalation that names a group',
      { ...duty, legalLadder: [{ kind: 'escalation', offset: 'P0D', to: 'assignee' }] },
    ],
    ['an escalation that names a group', { ...duty, ladder: [{ kind: 'escalation', offset: 'P0D', to: 'assignee' }] }],
  ])('unless it has %s', (expected, rule) => {
    expect(registerProblems([rule])).toEqual([expect.stringContaining(`Expected ${expected}`)]);
  });

  it('where two versions of a rule are law on the same day', () => {
    const problems = registerProblems([
      { ...appeal, validTo: '2027-07-02' },
      { ...appeal, validFrom: '2027-07-01' },
    ]);

    expect(problems).toEqual(["Expected one version of 'D04' at a time, but 2020-01-01 and 2027-07-01 overlap"]);
  });

  it('at start-up, with every reason', async () => {
    const register = readChanged({ rules: (rows) => [...rows, { ...rows[1], pausable: ['local'] }] });

    await expect(register).rejects.toThrow(/'D02' of 2020-01-01 says otherwise\n.*'D02' at a time/);
  });

  it('with the file, the deadline and the rung, where a rung goes by a way that there is not', async () => {
    const wrong = { kind: 'escalation', offset: 'P0D', to: 'leader', channel: 'brevdue' };

    const rules = readChanged({ rules: (rows) => rows.map((row) => withRung(row, 'D02', wrong)) });
    await expect(rules).rejects.toThrow(/^Expected frister\.json .*\nrule 'D02', rung 3 of legalLadder, channel: /);
    const coming = readChanged({
      coming: ([law]) => [{ ...law, rules: law.rules.map((row: Row) => withRung(row, 'D03', wrong)) }],
    });
    await expect(coming).rejects.toThrow(
      /^Expected kommende-frister\.json .*\nrule 'D03', rung 3 of legalLadder, channel: /,
    );
  });

  it('with the file, the deadline and the rung, where a rung names a text that nobody has written', async () => {
    const wrong = { kind: 'escalation', offset: 'P0D', to: 'leader', text: 'siste-dagen' };

    const register = readChanged({ rules: (rows) => rows.map((row) => withRung(row, 'D02', wrong)) });

    await expect(register).rejects.toThrow(
      "Expected rule 'D02', rung 3 of legalLadder, in frister.json to name a text in meldinger/, but there is none called 'siste-dagen'",
    );
  });
});

describe('a ruleset that comes into force', () => {
  const withNewLaw = (inForceFrom: string) => readChanged({ coming: ([law]) => [{ ...law, inForceFrom }] });

  it('applies to deadlines that begin then; one that runs keeps the version it began with', async () => {
    const today = await readDeadlineRegister('workflows');
    const rule = ruleInForce(today, 'D04', '2028-06-20');
    if (rule === undefined) throw new Error('Expected D04');
    const running = computeDeadline(rule, '2028-06-20');

    const register = await withNewLaw('2028-07-01');

    expect(rule.law).toContain('forvaltningsloven (1967) § 29');
    expect(ruleInForce(register, 'D04', '2028-06-30')?.law).toContain('forvaltningsloven (1967) § 29');
    expect(ruleInForce(register, 'D04', '2028-07-01')?.law).toBe('forvaltningsloven (2025) § 63');
    expect(ruleOf(register, running)?.law).toBe(rule.law);
  });

  it('is kept and applies to nothing while nobody knows when: the law of 2025', async () => {
    const register = await readDeadlineRegister('workflows');

    expect(register.filter(({ law }) => law.startsWith('forvaltningsloven (2025)'))).toEqual([]);
  });
});
