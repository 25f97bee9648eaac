import { compensate, playUndoing, undoable, type LawfulPlayer } from '../support/play-compensation.js';
import {
  boundaryEvent,
  callActivity,
  flow,
  inOrder,
  noneTask,
  parallelGateway,
  serviceTask,
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

describe('BPMN 2.0.2 §10.7.1 compensation handler', () => {
  it('undoes a completed activity; the throw event waits, and goes on when it is undone', () => {
    const play = playUndoing(line(undoable(userTask('bestill'))));
    play.complete('bestill');

    expect(play.open).toEqual(['angre-bestill']);
    expect(play.standing).toEqual(['angre', 'angre-bestill']);

    play.complete('angre-bestill');
    expect(play.open).toEqual(['etter']);
    idle(play);
  });

  it('does not run in the flow, and not when its activity has only begun', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        parallelGateway('del'),
        ...undoable(userTask('a')),
        userTask('b'),
        throwEvent('angre', compensate()),
        userTask('etter'),
      ],
      flows: [...inOrder('start', 'del', 'a'), ...inOrder('del', 'b', 'angre', 'etter')],
    });
    play.complete('b');

    expect(play.open).toEqual(['a', 'etter']);
  });

  it('is told in the journal: the event on the edge is caught, its handler entered', () => {
    const play = playUndoing(line(undoable(noneTask('bestill'))));
    const told = play.journal.flatMap((event) => {
      if (event.type === 'EventThrown') return [`thrown ${event.node}`];
      if (event.type === 'EventCaught') return [`caught ${event.node}`];
      return event.type === 'NodeEntered' ? [`entered ${event.node}`] : [];
    });

    expect(told).toEqual([
      'entered start',
      'entered bestill',
      'entered angre',
      'thrown angre',
      'entered kant-bestill',
      'caught kant-bestill',
      'entered angre-bestill',
    ]);
  });

  it('may be a job, a sub-process or a called process', () => {
    const inside = { nodes: [startEvent('inn'), userTask('x')], flows: inOrder('inn', 'x') };
    const play = playUndoing(
      line(
        undoable(noneTask('a'), serviceTask('angre-a', { isForCompensation: true })),
        undoable(noneTask('b'), subProcess('angre-b', inside, { isForCompensation: true })),
        undoable(noneTask('c'), callActivity('angre-c', 'annen', { isForCompensation: true })),
      ),
    );

    const call = [...play.instance.elements.values()].find(({ calledInstanceId }) => calledInstanceId !== undefined);
    if (call === undefined) throw new Error('Expected a call');
    play.play({ type: 'CompleteCalledProcess', elementInstanceId: call.id, variables: {} });
    play.complete('x');
    play.completeJob('angre-a', { angret: true });

    expect(play.open).toEqual(['etter']);
    expect(play.variables).toEqual({ angret: true });
  });

  it('sees and writes the variables of its scope as they are when it runs', () => {
    const handler = userTask('angre-a', {
      isForCompensation: true,
      outputs: [{ source: 'antall - 1', target: 'antall' }],
    });
    const play = playUndoing(line(undoable(noneTask('a'), handler), [userTask('b')]), { antall: 1 });
    play.complete('b', { antall: 5 });

    play.complete('angre-a');

    expect(play.variables).toEqual({ antall: 4 });
  });

  it('a handler that fails is an incident; the thrower waits until it is resolved', () => {
    const handler = userTask('angre-a', { isForCompensation: true, inputs: [{ source: 'mangler + 1', target: 'n' }] });
    const play = playUndoing(line(undoable(noneTask('a'), handler)));
    expect(play.incidents).toEqual(['EXPRESSION angre-a']);
    expect(play.open).toEqual([]);

    play.resolve({ mangler: 1 });
    play.complete('angre-a');

    expect(play.open).toEqual(['etter']);
  });

  it('a handler that is interrupted by an event on its edge undoes no more; the thrower goes on', () => {
    const stop = boundaryEvent('stopp', 'angre-a', { trigger: { kind: 'message', message: 'stopp' } });
    const sketch = line(undoable(noneTask('a')), [userTask('b'), stop, userTask('manuelt')]);
    const play = playUndoing({ ...sketch, flows: [...sketch.flows, flow('stopp', 'manuelt')] });
    play.complete('b');

    play.correlate('stopp');

    expect(play.open).toEqual(['etter', 'manuelt']);
  });
});

describe('BPMN 2.0.2 §13.5.5 order', () => {
  it('undoes in the reverse order of completion, one after the other', () => {
    const play = playUndoing(line(undoable(userTask('a')), undoable(userTask('b')), undoable(userTask('c'))));
    play.completeAll('a', 'b', 'c');

    const seen: string[] = [];
    while (!play.open.includes('etter')) {
      seen.push(...play.open);
      play.complete(play.open[0] ?? '');
    }
    expect(seen).toEqual(['angre-c', 'angre-b', 'angre-a']);
  });

  it('is the order in which concurrent activities completed, not that of the diagram', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        parallelGateway('del'),
        ...undoable(userTask('a')),
        ...undoable(userTask('b')),
        parallelGateway('møt'),
        throwEvent('angre', compensate()),
      ],
      flows: [...inOrder('start', 'del', 'a', 'møt', 'angre'), ...inOrder('del', 'b', 'møt')],
    });
    play.completeAll('b', 'a');

    expect(play.open).toEqual(['angre-a']);
    play.complete('angre-a');
    expect(play.open).toEqual(['angre-b']);
  });

  it('undoes an activity that completed twice twice', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        parallelGateway('del'),
        userTask('x'),
        ...undoable(noneTask('a')),
        userTask('b'),
        throwEvent('angre', compensate()),
        userTask('etter'),
      ],
      flows: [...inOrder('start', 'del', 'a'), ...inOrder('del', 'x', 'a'), ...inOrder('del', 'b', 'angre', 'etter')],
    });
    play.completeAll('x', 'b');

    play.completeAll('angre-a', 'angre-a');

    expect(play.open).toEqual(['etter']);
  });

  it('nothing is undone twice: a second throw finds nothing and goes on', () => {
    const sketch = line(undoable(noneTask('a')));
    const play = playUndoing({
      nodes: [...sketch.nodes, throwEvent('igjen', compensate()), userTask('slutt')],
      flows: [...sketch.flows, ...inOrder('etter', 'igjen', 'slutt')],
    });
    play.completeAll('angre-a', 'etter');

    expect(play.open).toEqual(['slutt']);
  });

  it('two throwers at once: what one undoes the other does not undo too', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        ...undoable(noneTask('a')),
        parallelGateway('del'),
        throwEvent('en', compensate()),
        throwEvent('to', compensate()),
        userTask('x'),
        userTask('y'),
      ],
      flows: [...inOrder('start', 'a', 'del', 'en', 'x'), ...inOrder('del', 'to', 'y')],
    });

    expect(play.open).toEqual(['angre-a', 'y']);
  });
});
