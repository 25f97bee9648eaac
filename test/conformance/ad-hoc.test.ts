import type { CasePlayer } from '../support/case-player.js';
import { playSketch, sketch } from '../support/play-sketch.js';
import { adHocSubProcess, boundaryEvent, noneTask, subProcess, userTask } from '../support/process-builder.js';

type Options = Parameters<typeof adHocSubProcess>[2];

/** An ad-hoc sub-process with the tasks a, b and c in no order; then `etter`. */
const freely = (options: Options = {}, variables = {}): CasePlayer =>
  playSketch(
    sketch(
      [adHocSubProcess('fritt', sketch(['a', 'b', 'c'].map((id) => userTask(id))), options)],
      'start > fritt > etter > slutt',
    ),
    variables,
  );

const adHocOf = (player: CasePlayer) => {
  const element = [...player.instance.elements.values()].find(({ progress }) => progress?.adHoc !== undefined);
  if (element === undefined) throw new Error('Expected a living ad-hoc sub-process');
  return element.id;
};

const choose = (player: CasePlayer, ...elements: readonly string[]) =>
  player.ask({ type: 'ActivateAdHocElements', elementInstanceId: adHocOf(player), elements });

const activate = (player: CasePlayer, ...elements: readonly string[]) =>
  player.play({ type: 'ActivateAdHocElements', elementInstanceId: adHocOf(player), elements });

describe('BPMN 2.0.2 §13.3.5 ad-hoc sub-process, parallel', () => {
  it('begins with every activity that no flow leads to, and is complete when all are', () => {
    const player = freely();
    expect(player.standing).toEqual(['a', 'b', 'c', 'fritt']);
    for (const id of ['b', 'a', 'c']) player.complete(id);

    expect(player.standing).toEqual(['etter']);
  });

  it('ends when its condition holds after an activity, and ends with it what still runs', () => {
    const player = freely({ completionCondition: 'nok = true' });
    player.complete('a', { nok: false });
    expect(player.standing).toEqual(['b', 'c', 'fritt']);
    player.complete('c', { nok: true });

    expect(player.standing).toEqual(['etter']);
    expect(player.instance.userTasks.size).toBe(1);
  });

  it('lets what still runs come to its end when cancelRemaining says so', () => {
    const player = freely({ completionCondition: 'nok = true', cancelRemaining: false });
    player.complete('a', { nok: true });
    expect(player.standing).toEqual(['b', 'c', 'fritt']);
    expect(choose(player, 'a')).toMatchObject({ ok: false, rejection: { reason: 'ad-hoc-not-active' } });
    player.complete('b', { nok: false });
    player.complete('c');

    expect(player.standing).toEqual(['etter']);
  });

  it('whose condition does not hold in the end waits for somebody who chooses what comes next', () => {
    const player = freely({ completionCondition: 'nok = true' });
    for (const id of ['a', 'b', 'c']) player.complete(id);
    expect(player.standing).toEqual(['fritt']);
    expect(player.incidents).toEqual([]);

    activate(player, 'b', 'b');
    expect(player.standing).toEqual(['b', 'b', 'fritt']);
    player.complete('b', { nok: true });
    expect(player.standing).toEqual(['etter']);
  });

  it('begins with those that it names', () => {
    const player = freely({ activeElements: 'valgt' }, { valgt: ['c', 'a'] });
    expect(player.standing).toEqual(['a', 'c', 'fritt']);
    player.complete('a');
    player.complete('c');

    expect(player.standing).toEqual(['etter']);
  });

  it('that names nothing waits until somebody chooses, and is complete when that is done', () => {
    const player = freely({ activeElements: '[]' });
    expect(player.standing).toEqual(['fritt']);
    activate(player, 'b');
    player.complete('b');

    expect(player.standing).toEqual(['etter']);
  });

  it.each(['["fins ikke"]', '[1]', '["etter"]'])('that names %s is an incident, and can be put right', (named) => {
    const player = freely({ activeElements: `if valgt = null then ${named} else valgt` });
    expect(player.incidents).toEqual(['EXPRESSION fritt']);

    player.resolve({ valgt: ['a'] });
    expect(player.standing).toEqual(['a', 'fritt']);
  });

  it('follows the flows that are drawn in it: what a flow leads to waits for its turn', () => {
    const player = playSketch(
      sketch([adHocSubProcess('fritt', sketch([userTask('c')], 'a > b'))], 'start > fritt > etter > slutt'),
    );
    expect(player.standing).toEqual(['a', 'c', 'fritt']);
    player.complete('a');
    expect(player.standing).toEqual(['b', 'c', 'fritt']);
    player.complete('c');
    player.complete('b');

    expect(player.standing).toEqual(['etter']);
  });

  it('asks its condition after an activity in the middle of a flow too', () => {
    const player = playSketch(
      sketch(
        [adHocSubProcess('fritt', sketch([], 'a > b'), { completionCondition: 'nok = true' })],
        'start > fritt > etter > slutt',
      ),
    );
    player.complete('a', { nok: true });

    expect(player.standing).toEqual(['etter']);
  });

  it('whose condition has no value is an incident, and is asked again when it is put right', () => {
    const player = freely({ completionCondition: 'antall + 1 > 2' }, { antall: 'x' });
    player.complete('a');
    expect(player.incidents).toEqual(['EXPRESSION fritt']);

    player.resolve({ antall: 2 });
    expect(player.standing).toEqual(['etter']);
  });

  it('with nothing but automatic work in it is passed at once', () => {
    const player = playSketch(
      sketch([adHocSubProcess('fritt', sketch([noneTask('a'), noneTask('b')]))], 'start > fritt > etter > slutt'),
    );

    expect(player.standing).toEqual(['etter']);
  });

  it('is interrupted by an event on its edge, with everything in it', () => {
    const player = playSketch(
      sketch(
        [
          adHocSubProcess('fritt', sketch([userTask('a'), userTask('b')])),
          boundaryEvent('stopp', 'fritt', { trigger: { kind: 'message', message: 'stopp' } }),
        ],
        'start > fritt > slutt',
        'stopp > c > slutt2',
      ),
    );
    player.correlate('stopp');

    expect(player.standing).toEqual(['c']);
  });

  it('for each of 2 items is 2 ad-hoc sub-processes, each complete by itself', () => {
    const multiInstance = { sequential: false, collection: '[1, 2]', elementVariable: 'n' };
    const player = freely({ multiInstance, completionCondition: 'true' });
    player.complete('a');
    expect(player.standing).toEqual(['a', 'b', 'c', 'fritt']);
    player.complete('c');

    expect(player.standing).toEqual(['etter']);
  });
});

describe('BPMN 2.0.2 §13.3.5 ad-hoc sub-process, sequential', () => {
  it('lets its activities begin one after the other, in the order of the diagram', () => {
    const player = freely({ ordering: 'sequential' });
    for (const id of ['a', 'b', 'c']) {
      expect(player.standing).toEqual([id, 'fritt']);
      player.complete(id);
    }

    expect(player.standing).toEqual(['etter']);
  });

  it('ends as soon as its condition holds: the rest is never begun', () => {
    const player = freely({ ordering: 'sequential', completionCondition: 'nok = true' });
    player.complete('a', { nok: true });

    expect(player.standing).toEqual(['etter']);
  });

  it('keeps what somebody chooses until its turn comes', () => {
    const player = freely({ ordering: 'sequential', activeElements: '["c"]' });
    activate(player, 'a', 'b');
    expect(player.standing).toEqual(['c', 'fritt']);
    player.complete('c');
    expect(player.standing).toEqual(['a', 'fritt']);
    player.complete('a');
    player.complete('b');

    expect(player.standing).toEqual(['etter']);
  });

  it('finishes a flow before the next activity begins', () => {
    const player = playSketch(
      sketch(
        [adHocSubProcess('fritt', sketch([userTask('c')], 'a > b'), { ordering: 'sequential' })],
        'start > fritt > etter > slutt',
      ),
    );
    player.complete('a');
    expect(player.standing).toEqual(['b', 'fritt']);
    player.complete('b');

    expect(player.standing).toEqual(['c', 'fritt']);
  });
});

describe('choosing in an ad-hoc sub-process', () => {
  it('is refused for an activity that is not in it, or that a flow leads to', () => {
    const player = playSketch(
      sketch([adHocSubProcess('fritt', sketch([userTask('c')], 'a > b'))], 'start > fritt > etter > slutt'),
    );

    for (const node of ['etter', 'b', 'finnes-ikke']) {
      expect(choose(player, node)).toMatchObject({ ok: false, rejection: { reason: 'ad-hoc-element-unknown', node } });
    }
  });

  it('is refused for what is no ad-hoc sub-process', () => {
    const player = playSketch(sketch([subProcess('sak', sketch([], 'start2 > a > slutt2'))], 'start > sak > slutt'));
    for (const elementInstanceId of player.instance.elements.keys()) {
      expect(player.ask({ type: 'ActivateAdHocElements', elementInstanceId, elements: ['a'] })).toMatchObject({
        ok: false,
        rejection: { reason: 'ad-hoc-not-active' },
      });
    }
  });

  it('says in the journal who chose what', () => {
    const player = freely();
    activate(player, 'a');

    expect(player.journal.find(({ type }) => type === 'AdHocElementsChosen')).toMatchObject({
      elements: ['a'],
      by: 'kari',
    });
  });
});
