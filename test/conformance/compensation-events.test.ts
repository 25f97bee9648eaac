import { compensate, playUndoing, undoable, type LawfulPlayer } from '../support/play-compensation.js';
import {
  boundaryEvent,
  endEvent,
  eventSubProcess,
  flow,
  inOrder,
  noneTask,
  startEvent,
  subProcess,
  throwEvent,
  userTask,
  type NodeSketch,
} from '../support/process-builder.js';

/** start > nodes in order > `angre` (a throw event) > `etter`. */
const line = (...steps: readonly (readonly NodeSketch[])[]) => ({
  nodes: [startEvent('start'), ...steps.flat(), throwEvent('angre', compensate()), userTask('etter')],
  flows: inOrder('start', ...steps.map(([first]) => first?.id ?? ''), 'angre', 'etter'),
});
const idle = (play: LawfulPlayer): void => {
  expect(play.instance.compensations.size).toBe(0);
};

describe('BPMN 2.0.2 §10.5.5 compensation events: what is meant, and who waits', () => {
  const two = (thrower: NodeSketch) =>
    playUndoing({
      nodes: [startEvent('start'), ...undoable(noneTask('a')), ...undoable(noneTask('b')), thrower, userTask('etter')],
      flows: inOrder('start', 'a', 'b', thrower.id, 'etter'),
    });

  it('activityRef: only that activity is undone, and the others still can be', () => {
    const play = two(throwEvent('angre', compensate('a')));
    expect(play.open).toEqual(['angre-a']);

    play.complete('angre-a');
    expect(play.open).toEqual(['etter']);
    expect([...play.instance.compensations.values()].map(({ node }) => node)).toEqual(['b']);
  });

  it('activityRef to something that never completed: nothing happens', () => {
    expect(two(throwEvent('angre', compensate('finnes-ikke'))).open).toEqual(['etter']);
  });

  it('waitForCompletion false: the token goes on at once, and the process ends only when all is undone', () => {
    const play = two(throwEvent('angre', compensate(undefined, false)));
    expect(play.open).toEqual(['angre-b', 'etter']);

    play.completeAll('etter', 'angre-b');
    expect(play.instance.state).toBe('active');
    play.complete('angre-a');
    expect(play.instance.state).toBe('completed');
  });

  it('end event: the way ends when all is undone', () => {
    const play = playUndoing({
      nodes: [startEvent('start'), ...undoable(noneTask('a')), endEvent('slutt', compensate())],
      flows: inOrder('start', 'a', 'slutt'),
    });
    expect(play.instance.state).toBe('active');
    play.complete('angre-a');

    expect(play.instance.state).toBe('completed');
  });

  it('nothing to undo: the thrower goes on at once', () => {
    const play = playUndoing({
      nodes: [startEvent('start'), throwEvent('angre', compensate()), userTask('etter')],
      flows: inOrder('start', 'angre', 'etter'),
    });

    expect(play.open).toEqual(['etter']);
  });

  it('one result of several: the others happen too, and the token waits', () => {
    const results = [compensate('a'), compensate('b'), { kind: 'escalation' }] as const;
    const play = two(throwEvent('angre', { kind: 'multiple', results }));
    expect(play.open).toEqual(['angre-a']);

    play.completeAll('angre-a', 'angre-b');
    expect(play.open).toEqual(['etter']);
  });

  it('what is undone is only what stands in the same scope, unless the throw stands in an event sub-process', () => {
    const inside = {
      nodes: [startEvent('inn'), ...undoable(noneTask('b')), throwEvent('angre', compensate()), userTask('x')],
      flows: inOrder('inn', 'b', 'angre', 'x'),
    };
    const play = playUndoing({
      nodes: [startEvent('start'), ...undoable(noneTask('a')), subProcess('del', inside)],
      flows: inOrder('start', 'a', 'del'),
    });

    play.complete('angre-b');

    expect(play.open).toEqual(['x']);
  });

  it('from an event sub-process: what completed in the scope around it, though it was interrupted', () => {
    const inside = {
      nodes: [
        startEvent('feil', { kind: 'message', message: 'feil' }, { interrupting: true }),
        throwEvent('angre', compensate()),
        userTask('x'),
      ],
      flows: inOrder('feil', 'angre', 'x'),
    };
    const play = playUndoing({
      nodes: [startEvent('start'), ...undoable(noneTask('a')), userTask('b'), eventSubProcess('hendelse', inside)],
      flows: inOrder('start', 'a', 'b'),
    });

    play.correlate('feil');
    expect(play.open).toEqual(['angre-a']);

    play.complete('angre-a');
    expect(play.open).toEqual(['x']);
    play.complete('x');
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §13.5.5 what is remembered ends with its scope', () => {
  it('an ended instance remembers nothing', () => {
    const play = playUndoing({
      nodes: [startEvent('start'), ...undoable(noneTask('a')), userTask('b')],
      flows: inOrder('start', 'a', 'b'),
    });
    expect(play.instance.compensations.size).toBe(1);

    play.complete('b');

    expect(play.instance.state).toBe('completed');
    idle(play);
  });

  it('a cancelled instance stops undoing', () => {
    const play = playUndoing(line(undoable(noneTask('a'))));
    play.play({ type: 'CancelProcessInstance', reason: 'trukket' });

    expect(play.open).toEqual([]);
    idle(play);
  });

  it('an interrupted sub-process cannot be undone', () => {
    const inside = {
      nodes: [startEvent('inn'), ...undoable(noneTask('a')), userTask('x')],
      flows: inOrder('inn', 'a', 'x'),
    };
    const stop = boundaryEvent('stopp', 'del', { trigger: { kind: 'message', message: 'stopp' } });
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        subProcess('del', inside),
        stop,
        throwEvent('angre', compensate()),
        userTask('etter'),
      ],
      flows: [flow('start', 'del'), ...inOrder('stopp', 'angre', 'etter')],
    });

    play.correlate('stopp');

    expect(play.open).toEqual(['etter']);
  });
});
