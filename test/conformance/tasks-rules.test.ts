import type { DecisionQuestion, DecisionRegister } from '../../src/engine/index.js';
import { CasePlayer } from '../support/case-player.js';
import { buildProcess, businessRuleTask } from '../support/process-builder.js';
import { expectLaws } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

describe('BPMN 2.0.2 §10.3.3 business rule task', () => {
  const asking = (resultVariable?: string) =>
    sketch(
      [
        businessRuleTask('regler', {
          work: {
            kind: 'decision',
            decision: '="tilskudd-" + slag',
            binding: { kind: 'deployment' },
            ...(resultVariable === undefined ? {} : { resultVariable }),
          },
        }),
      ],
      'start > regler > etter > slutt',
    );
  const play = (decisions: DecisionRegister | undefined, resultVariable?: string) => {
    const player = new CasePlayer(buildProcess('prosess', asking(resultVariable)), [], decisions);
    player.start({ slag: 'bolig', alder: 70 });
    return player;
  };

  it('asks the decision for the variables in sight and takes its result under a name', () => {
    const asked: DecisionQuestion[] = [];
    const player = play({ evaluate: (question) => (asked.push(question), { ok: true, value: 'ja' }) }, 'svar');

    expect(asked).toEqual([
      { decision: 'tilskudd-bolig', binding: { kind: 'deployment' }, variables: { slag: 'bolig', alder: 70 } },
    ]);
    expect(player.variables).toMatchObject({ svar: 'ja' });
    expect(player.standing).toEqual(['etter']);
  });

  it('without a name the entries of the result are the results', () => {
    expect(play({ evaluate: () => ({ ok: true, value: { rett: true, belop: 3 } }) }).variables).toMatchObject({
      rett: true,
      belop: 3,
    });
  });

  it.each([
    [undefined, "Expected decision 'tilskudd-bolig' to be deployed, but no rules are"],
    [
      { evaluate: () => ({ ok: false as const, message: 'Expected one rule to match, but two did' }) },
      'Expected one rule to match, but two did',
    ],
  ])('without an answer is an incident that says why', (decisions, message) => {
    const player = play(decisions, 'svar');

    expect([...player.instance.incidents.values()]).toMatchObject([{ code: 'DECISION', node: 'regler', message }]);
    player.resolve();
    expect(player.incidents).toEqual(['DECISION regler']);
  });
});
