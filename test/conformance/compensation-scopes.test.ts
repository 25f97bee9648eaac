import { compensate, playUndoing, undoable } from '../support/play-compensation.js';
import {
  callActivity,
  endEvent,
  eventSubProcess,
  inOrder,
  noneTask,
  startEvent,
  subProcess,
  throwEvent,
  userTask,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';

const inside = (name: string, ...nodes: readonly (readonly NodeSketch[])[]): ScopeSketch => ({
  nodes: [startEvent(`inn-${name}`), ...nodes.flat()],
  flows: inOrder(`inn-${name}`, ...nodes.map(([first]) => first?.id ?? '')),
});
const line = (...steps: readonly (readonly NodeSketch[])[]): ScopeSketch => ({
  nodes: [startEvent('start'), ...steps.flat(), throwEvent('angre', compensate()), userTask('etter')],
  flows: inOrder('start', ...steps.map(([first]) => first?.id ?? ''), 'angre', 'etter'),
});
const alone = (sketch: ScopeSketch, ...more: readonly NodeSketch[]): ScopeSketch => ({
  ...sketch,
  nodes: [...sketch.nodes, ...more],
});
const undoingEvent = (id: string, ...nodes: readonly NodeSketch[]): NodeSketch =>
  eventSubProcess(id, {
    nodes: [startEvent(`start-${id}`, { kind: 'compensation' }), ...nodes],
    flows: inOrder(`start-${id}`, ...nodes.filter(({ attachedTo }) => attachedTo === undefined).map((node) => node.id)),
  });

describe('BPMN 2.0.2 §13.5.5 default compensation of a sub-process', () => {
  it('undoes what completed in it, in reverse order, together with what completed around it', () => {
    const play = playUndoing(
      line(
        undoable(noneTask('a')),
        [subProcess('del', inside('del', undoable(noneTask('b')), undoable(noneTask('c'))))],
        undoable(noneTask('d')),
      ),
    );

    play.completeAll('angre-d', 'angre-c', 'angre-b', 'angre-a');

    expect(play.open).toEqual(['etter']);
    expect(play.standing).toEqual(['etter']);
  });

  it('reaches sub-processes within sub-processes', () => {
    const innermost = subProcess('innerst', inside('innerst', undoable(noneTask('b'))));
    const play = playUndoing(line([subProcess('del', inside('del', undoable(noneTask('a')), [innermost]))]));

    expect(play.standing).toEqual(['angre', 'angre-b', 'del', 'innerst']);
    play.completeAll('angre-b', 'angre-a');

    expect(play.open).toEqual(['etter']);
  });

  it('nothing is remembered of a sub-process in which nothing can be undone', () => {
    const play = playUndoing({
      nodes: [startEvent('start'), subProcess('del', inside('del', [noneTask('a')])), userTask('b')],
      flows: inOrder('start', 'del', 'b'),
    });

    expect(play.instance.compensations.size).toBe(0);
  });

  it('activityRef to a sub-process undoes what is in it, and nothing else', () => {
    const sketch: ScopeSketch = {
      nodes: [
        startEvent('start'),
        ...undoable(noneTask('a')),
        subProcess('del', inside('del', undoable(noneTask('b')))),
        throwEvent('angre', compensate('del')),
        userTask('etter'),
      ],
      flows: inOrder('start', 'a', 'del', 'angre', 'etter'),
    };
    const play = playUndoing(sketch);
    play.complete('angre-b');

    expect(play.open).toEqual(['etter']);
    expect([...play.instance.compensations.values()].map(({ node }) => node)).toEqual(['a']);
  });

  it('sees the data of the sub-process as they were when it completed, and leaves today’s alone', () => {
    const handler = userTask('angre-b', {
      isForCompensation: true,
      inputs: [{ source: 'lokal', target: 'sett' }],
    });
    const scope = subProcess('del', inside('del', undoable(userTask('b'), handler)), {
      inputs: [{ source: 'antall', target: 'lokal' }],
    });
    const play = playUndoing(line([scope], [userTask('c')]), { antall: 1 });
    play.complete('b', { lokal: 2 });
    play.complete('c', { antall: 9 });

    expect([...play.instance.elements.values()].find(({ node }) => node === 'angre-b')?.variables).toEqual({ sett: 2 });
    play.complete('angre-b', { lokal: 3, antall: 10 });

    expect(play.variables).toEqual({ antall: 10 });
  });

  it('a handler on the edge of a sub-process undoes it as a whole: what is in it is not undone by itself', () => {
    const play = playUndoing(line(undoable(subProcess('del', inside('del', undoable(noneTask('b')))))));

    expect(play.open).toEqual(['angre-del']);
    play.complete('angre-del');
    expect(play.open).toEqual(['etter']);
  });

  it('a called process is undone only by a handler on the edge of the call', () => {
    const play = playUndoing(line(undoable(callActivity('kall', 'annen'))));
    const call = [...play.instance.elements.values()].find(({ calledInstanceId }) => calledInstanceId !== undefined);
    if (call === undefined) throw new Error('Expected a call');
    play.play({ type: 'CompleteCalledProcess', elementInstanceId: call.id, variables: {} });

    expect(play.open).toEqual(['angre-kall']);
  });
});

describe('BPMN 2.0.2 §10.7.1 compensation event sub-process', () => {
  const withEvent = (...nodes: readonly NodeSketch[]) =>
    subProcess(
      'del',
      alone(inside('del', undoable(noneTask('a')), undoable(noneTask('b'))), undoingEvent('tilbake', ...nodes)),
    );

  it('runs instead of what its sub-process would undo by default', () => {
    const play = playUndoing(line([withEvent(userTask('rydd'))]));
    expect(play.open).toEqual(['rydd']);

    play.complete('rydd');
    expect(play.open).toEqual(['etter']);
    expect(play.instance.compensations.size).toBe(0);
  });

  it('may itself undo the activities of its sub-process, one or all', () => {
    const play = playUndoing(line([withEvent(throwEvent('en', compensate('a')), throwEvent('alle', compensate()))]));

    expect(play.open).toEqual(['angre-a']);
    play.completeAll('angre-a', 'angre-b');
    expect(play.open).toEqual(['etter']);
  });

  it('does not run while its sub-process is under way, and is no way into it', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        subProcess('del', alone(inside('del', [userTask('a')]), undoingEvent('tilbake', userTask('rydd')))),
      ],
      flows: inOrder('start', 'del'),
    });

    expect(play.open).toEqual(['a']);
  });

  it('works on the data as they were when its sub-process completed', () => {
    const scope = subProcess(
      'del',
      alone(
        inside('del', [userTask('a')]),
        undoingEvent('tilbake', userTask('rydd', { inputs: [{ source: 'lokal', target: 'sett' }] })),
      ),
      { inputs: [{ source: '1', target: 'lokal' }] },
    );
    const play = playUndoing(line([scope]));
    play.complete('a', { lokal: 7 });

    expect([...play.instance.elements.values()].find(({ node }) => node === 'rydd')?.variables).toEqual({ sett: 7 });
  });
});

describe('BPMN 2.0.2 §13.5.5 loops and multi-instance', () => {
  const each = (sequential: boolean) => ({ sequential, collection: '[1, 2, 3]', elementVariable: 'n' });

  it('a handler on the edge undoes the multi-instance as a whole: once', () => {
    const play = playUndoing(line(undoable(noneTask('a', { multiInstance: each(false) }))));
    play.complete('angre-a');

    expect(play.open).toEqual(['etter']);
  });

  it('a handler that is a multi-instance runs once for each item', () => {
    const handler = userTask('angre-a', { isForCompensation: true, multiInstance: each(false) });
    const play = playUndoing(line(undoable(noneTask('a', { multiInstance: each(false) }), handler)));
    expect(play.open).toEqual(['angre-a', 'angre-a', 'angre-a']);

    play.completeAll('angre-a', 'angre-a', 'angre-a');
    expect(play.open).toEqual(['etter']);
  });

  it.each([true, false])(
    'bodies are undone one by one in reverse order, each with its own item (sequential: %s)',
    (sequential) => {
      const scope = subProcess('del', inside('del', undoable(userTask('a'))), { multiInstance: each(sequential) });
      const play = playUndoing(line([scope]));
      play.completeAll('a', 'a', 'a');

      const items: unknown[] = [];
      while (!play.open.includes('etter')) {
        const body = [...play.instance.elements.values()].find(({ loopIndex }) => loopIndex !== undefined);
        items.push(body?.variables['n']);
        play.complete('angre-a');
      }
      expect(items).toEqual([3, 2, 1]);
      expect(play.standing).toEqual(['etter']);
    },
  );

  it('each round of a loop that completed is undone by itself, last one first', () => {
    const scope = subProcess('del', inside('del', undoable(userTask('a'))), {
      standardLoop: { maximum: 2, testBefore: false },
    });
    const play = playUndoing(line([scope]));
    play.completeAll('a', 'a');

    play.completeAll('angre-a', 'angre-a');

    expect(play.open).toEqual(['etter']);
  });

  it('a throw within one body undoes only what that body did', () => {
    const body: ScopeSketch = {
      nodes: [startEvent('inn'), ...undoable(userTask('a')), endEvent('ut', compensate())],
      flows: inOrder('inn', 'a', 'ut'),
    };
    const play = playUndoing({
      nodes: [startEvent('start'), subProcess('del', body, { multiInstance: each(false) }), userTask('etter')],
      flows: inOrder('start', 'del', 'etter'),
    });
    play.complete('a');
    expect(play.open).toEqual(['a', 'a', 'angre-a']);

    play.completeAll('angre-a', 'a', 'angre-a', 'a', 'angre-a');
    expect(play.open).toEqual(['etter']);
  });
});

describe('BPMN 2.0.2 §13.5.5 throws within what undoes', () => {
  it('a handler that is a sub-process may undo what it has done itself', () => {
    const handler = subProcess(
      'angre-a',
      {
        nodes: [startEvent('inn'), ...undoable(noneTask('x')), throwEvent('tilbake', compensate()), userTask('y')],
        flows: inOrder('inn', 'x', 'tilbake', 'y'),
      },
      { isForCompensation: true },
    );
    const play = playUndoing(line(undoable(noneTask('a'), handler), undoable(noneTask('b'))));

    play.completeAll('angre-b', 'angre-x', 'y');

    expect(play.open).toEqual(['etter']);
    expect(play.instance.compensations.size).toBe(0);
  });

  it('an error that a handler throws is caught by the scope that it runs in', () => {
    const failing = subProcess(
      'angre-a',
      { nodes: [startEvent('inn'), endEvent('feil', { kind: 'error', code: 'X' })], flows: inOrder('inn', 'feil') },
      { isForCompensation: true },
    );
    const caught = eventSubProcess('fang', {
      nodes: [startEvent('ved-feil', { kind: 'error', code: 'X' }, { interrupting: true }), userTask('rydd')],
      flows: inOrder('ved-feil', 'rydd'),
    });
    const play = playUndoing(alone(line(undoable(noneTask('a'), failing)), caught));

    expect(play.open).toEqual(['rydd']);
    play.complete('rydd');
    expect(play.instance.state).toBe('completed');
  });
});
