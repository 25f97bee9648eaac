import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import type { CasePlayer } from '../support/case-player.js';
import { compensate, undoable } from '../support/play-compensation.js';
import { playing, problemsOf, straight } from '../support/play-migration.js';
import {
  boundaryEvent,
  catchEvent,
  inOrder,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
  userTask,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';

const after = (days: number) => ({ kind: 'timer', schedule: { kind: 'duration', expression: `"P${days}D"` } }) as const;
const message = (name: string) => ({ kind: 'message', message: name }) as const;
const migrate = (play: CasePlayer, mapping: Readonly<Record<string, string>> = {}): void => {
  play.play({ type: 'MigrateProcessInstance', mapping });
  expect(brokenLaws(play.instance, play.journal)).toEqual([]);
};
const timersOf = (play: CasePlayer) => [...play.instance.timers.values()].map(({ node }) => node);

describe('engine.md §1 migrate: what is alive goes on', () => {
  it('on the node of the same id: the task, its claim and its revision are the same', () => {
    const play = playing(straight(userTask('a')), straight(userTask('a'), userTask('b')));
    play.play({ type: 'ClaimUserTask', userTaskId: play.task('a').id });
    const before = play.task('a');

    migrate(play);

    expect(play.instance.definition.version).toBe(2);
    expect(play.task('a')).toEqual(before);
    play.complete('a');
    expect(play.standing).toEqual(['b']);
  });

  it('on the node that it is mapped to: token, element and task together', () => {
    const play = playing(straight(userTask('a')), straight(userTask('vurder'), userTask('b')));

    migrate(play, { a: 'vurder' });

    expect(play.standing).toEqual(['vurder']);
    expect(play.task('vurder').name).toBe('a');
    play.complete('vurder');
    expect(play.standing).toEqual(['b']);
  });

  it('a timer keeps its time, a message its key, a job its work', () => {
    const old = straight(catchEvent('vent', after(3)));
    const timer = playing(old, straight(catchEvent('pause', after(30))));
    const [set] = timer.instance.timers.values();
    migrate(timer, { vent: 'pause' });
    expect([...timer.instance.timers.values()]).toEqual([{ ...set, node: 'pause' }]);
    timer.ring();
    expect(timer.instance.state).toBe('completed');

    const awaited = playing(
      straight(catchEvent('svar', message('svar'))),
      straight(catchEvent('brev', message('svar'))),
    );
    migrate(awaited, { svar: 'brev' });
    awaited.correlate('brev');
    expect(awaited.instance.state).toBe('completed');

    const job = playing(straight(serviceTask('send')), straight(serviceTask('utsend')));
    migrate(job, { send: 'utsend' });
    job.completeJob('utsend');
    expect(job.instance.state).toBe('completed');
  });

  it('a sub-process with what is in it', () => {
    const inner = (task: string): ScopeSketch => ({
      nodes: [startEvent(`inn-${task}`), userTask(task)],
      flows: inOrder(`inn-${task}`, task),
    });
    const play = playing(straight(subProcess('del', inner('x'))), straight(subProcess('ny', inner('y'))));

    migrate(play, { del: 'ny', x: 'y' });

    expect(play.standing).toEqual(['ny', 'y']);
    play.complete('y');
    expect(play.instance.state).toBe('completed');
  });

  it('a multi-instance with its bodies and how far it has come', () => {
    const each = { sequential: false, collection: '[1, 2, 3]', elementVariable: 'n' };
    const play = playing(
      straight(userTask('a', { multiInstance: each })),
      straight(userTask('b', { multiInstance: each })),
    );
    play.complete('a');

    migrate(play, { a: 'b' });
    play.complete('b');
    play.complete('b');

    expect(play.instance.state).toBe('completed');
  });

  it('an incident: resolving it runs the node of the new version, which may be the one without the mistake', () => {
    const fails = [{ source: 'mangler + 1', target: 'n' }];
    const play = playing(straight(userTask('a', { inputs: fails })), straight(userTask('a')));
    expect(play.incidents).toEqual(['EXPRESSION a']);

    migrate(play);
    play.resolve();

    expect(play.task('a').state).toBe('created');
  });

  it('tokens at a join count for the ways they came by', () => {
    const fork = (first: string): ScopeSketch => ({
      nodes: [
        startEvent('start'),
        parallelGateway('del'),
        userTask(first),
        userTask('b'),
        parallelGateway('møt'),
        userTask('c'),
      ],
      flows: [...inOrder('start', 'del', first, 'møt', 'c'), ...inOrder('del', 'b', 'møt')],
    });
    const play = playing(fork('a'), fork('ny'));
    play.complete('a');

    migrate(play, { a: 'ny' });
    expect([...play.instance.tokens.values()].map(({ via }) => via)).toContain('ny-møt');

    play.complete('b');
    expect(play.standing).toEqual(['c']);
  });

  it('a join with fewer ways in than before fires at once when all that are left have come', () => {
    const three: ScopeSketch = {
      nodes: [
        startEvent('start'),
        parallelGateway('del'),
        userTask('a'),
        userTask('b'),
        parallelGateway('møt'),
        userTask('c'),
      ],
      flows: [...inOrder('start', 'del', 'a', 'møt', 'c'), ...inOrder('del', 'b', 'møt')],
    };
    const two: ScopeSketch = {
      nodes: [startEvent('start'), userTask('a'), userTask('b'), parallelGateway('møt'), userTask('c')],
      flows: [...inOrder('start', 'a', 'møt', 'c'), ...inOrder('b', 'c')],
    };
    const play = playing(three, two);
    play.complete('a');

    migrate(play);

    expect(play.standing).toEqual(['b', 'c']);
  });

  it('a dry run is the question itself: nothing has changed afterwards', () => {
    const play = playing(straight(userTask('a')), straight(userTask('a'), userTask('b')));

    expect(play.ask({ type: 'MigrateProcessInstance', mapping: {} }).ok).toBe(true);

    expect(play.instance.definition.version).toBe(1);
  });
});

describe('engine.md §1 migrate: events beside what is alive', () => {
  it('a timer that only the new version has on the edge is set from now on', () => {
    const play = playing(
      straight(userTask('a')),
      straight(userTask('a'), boundaryEvent('purr', 'a', { trigger: after(5), interrupting: false })),
    );
    play.at = '2026-12-01T09:00:00.000Z';

    migrate(play);

    expect([...play.instance.timers.values()]).toEqual([
      expect.objectContaining({ node: 'purr', dueAt: '2026-12-06T09:00:00.000Z' }),
    ]);
  });

  it('a timer and a message that the new version has no more are given up', () => {
    const play = playing(
      straight(
        userTask('a'),
        boundaryEvent('purr', 'a', { trigger: after(5) }),
        boundaryEvent('stopp', 'a', { trigger: message('stopp') }),
      ),
      straight(userTask('a')),
    );

    migrate(play);

    expect(timersOf(play)).toEqual([]);
    expect(play.instance.subscriptions.size).toBe(0);
  });

  it('one that is called something else goes on with its time', () => {
    const play = playing(
      straight(userTask('a'), boundaryEvent('purr', 'a', { trigger: after(5) })),
      straight(userTask('a'), boundaryEvent('varsel', 'a', { trigger: after(50) })),
    );
    const [set] = play.instance.timers.values();

    migrate(play, { purr: 'varsel' });

    expect([...play.instance.timers.values()]).toEqual([{ ...set, node: 'varsel' }]);
  });

  it('one that has rung already does not begin again', () => {
    const edge = boundaryEvent('purr', 'a', { trigger: after(5), interrupting: false });
    const play = playing(straight(userTask('a'), edge), straight(userTask('a'), edge, userTask('b')));
    play.ring();

    migrate(play);

    expect(timersOf(play)).toEqual([]);
  });

  it('one that waits for something else now waits for that', () => {
    const play = playing(
      straight(userTask('a'), boundaryEvent('kant', 'a', { trigger: after(5) })),
      straight(userTask('a'), boundaryEvent('kant', 'a', { trigger: message('stopp') })),
    );

    migrate(play);

    expect(timersOf(play)).toEqual([]);
    expect([...play.instance.subscriptions.values()]).toEqual([
      expect.objectContaining({ node: 'kant', kind: 'message' }),
    ]);
  });

  it('is refused when a new wait has no value to begin with', () => {
    const trigger = { kind: 'timer', schedule: { kind: 'duration', expression: 'mangler' } } as const;
    const play = playing(straight(userTask('a')), straight(userTask('a'), boundaryEvent('purr', 'a', { trigger })));

    expect(problemsOf(play)).toEqual(['purr wait-not-opened']);
  });
});

describe('engine.md §1 migrate: what can be undone', () => {
  const undoing = (name: string, ...edge: readonly NodeSketch[]) => straight(userTask(name), ...edge, userTask('b'));
  const edge = (name: string): readonly NodeSketch[] => undoable(userTask(name)).slice(1);
  const start = (now: ScopeSketch): CasePlayer => {
    const old = straight(userTask('a'), userTask('b'), throwEvent('angre', compensate()));
    const play = playing({ ...old, nodes: [...old.nodes, ...edge('a')] }, now);
    play.complete('a');
    return play;
  };

  it('what has completed is undone by the handler of the new version', () => {
    const now = straight(userTask('ny'), userTask('b'), throwEvent('angre', compensate()));
    const play = start({ ...now, nodes: [...now.nodes, ...edge('ny')] });

    migrate(play, { a: 'ny' });
    play.complete('b');

    expect(play.standing).toEqual(['angre', 'angre-ny']);
  });

  it('is refused where the new version no longer undoes it', () => {
    expect(problemsOf(start(undoing('a')))).toEqual(['a other-compensation']);
  });
});
