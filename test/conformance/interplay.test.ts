import { compensate, LawfulPlayer, playUndoing, undoable } from '../support/play-compensation.js';
import { problemsOf, playing } from '../support/play-migration.js';
import { playSketch, sketch } from '../support/play-sketch.js';
import {
  adHocSubProcess,
  boundaryEvent,
  buildProcess,
  catchEvent,
  complexGateway,
  exclusiveGateway,
  parallelGateway,
  throwEvent,
  userTask,
} from '../support/process-builder.js';

describe('engine.md §2.6 compensation by an activity that repeats', () => {
  it.each([
    ['a loop', { standardLoop: { maximum: 2, testBefore: false } }],
    ['a multi-instance', { multiInstance: { sequential: true, cardinality: '2' } }],
  ])('by %s is over after its 2 rounds, and its thrower goes on', (_, repeats) => {
    const play = playUndoing(
      sketch(
        [
          ...undoable(userTask('a'), userTask('om', { isForCompensation: true, ...repeats })),
          throwEvent('angre', compensate()),
        ],
        'start > a > angre > etter > slutt',
      ),
    );
    play.completeAll('a', 'om');
    expect(play.open).toEqual(['om']);

    play.complete('om');
    expect(play.open).toEqual(['etter']);
    play.complete('etter');
    expect(play.instance.state).toBe('completed');
  });
});

describe('engine.md §1 modify: an ad-hoc sub-process', () => {
  it('that is made by hand around a task ends when that task is done', () => {
    const inside = sketch([userTask('a'), userTask('b')]);
    const play = new LawfulPlayer(
      buildProcess('prosess', sketch([adHocSubProcess('fritt', inside)], 'start > først > fritt > etter > slutt')),
    );
    play.start();
    play.play({ type: 'ModifyProcessInstance', cancel: [{ node: 'først' }], start: [{ node: 'b' }] });
    play.complete('b');

    expect(play.open).toEqual(['etter']);
  });

  it('whose last activity is passed by hand is complete, and the process goes on behind it', () => {
    const inside = sketch([userTask('a'), userTask('b')]);
    const play = new LawfulPlayer(
      buildProcess('prosess', sketch([adHocSubProcess('fritt', inside)], 'start > fritt > etter > slutt')),
    );
    play.start();
    play.complete('a');
    const start = [{ node: 'b', place: 'after' as const }];
    play.play({ type: 'ModifyProcessInstance', cancel: [{ node: 'b' }], start });

    expect(play.open).toEqual(['etter']);
  });
});

describe('engine.md §1 modify: a body of a multi-instance', () => {
  it('that is taken away counts as 1 terminated, not as completed', () => {
    const multiInstance = {
      sequential: false,
      cardinality: '3',
      completionCondition: 'numberOfCompletedInstances + 10 * numberOfTerminatedInstances = 11',
    };
    const play = playSketch(sketch([userTask('a', { multiInstance })], 'start > a > etter > slutt'));
    const body = [...play.instance.elements.values()].find(({ loopIndex }) => loopIndex === 1);
    if (body === undefined) throw new Error('Expected a second body');
    play.play({ type: 'ModifyProcessInstance', cancel: [{ elementInstanceId: body.id }], start: [] });
    play.complete('a');

    expect(play.standing).toEqual(['etter']);
  });
});

describe('engine.md §1 migrate: what is remembered of nodes without a token', () => {
  it('refuses to take away an activity whose turn in an ad-hoc sub-process is still to come', () => {
    const drawn = (...tasks: readonly string[]) =>
      sketch(
        [adHocSubProcess('fritt', sketch(tasks.map((id) => userTask(id))), { ordering: 'sequential' })],
        'start > fritt > etter > slutt',
      );

    expect(problemsOf(playing(drawn('a', 'b'), drawn('a')))).toEqual(['b node-missing']);
  });

  it('refuses to take away a complex gateway that waits for the rest of its tokens', () => {
    const drawn = (samle: Parameters<typeof sketch>[0][number]) =>
      sketch([parallelGateway('del'), samle], 'start > del > a > samle > etter > slutt', 'del > b > samle');
    const play = playing(
      drawn(complexGateway('samle', { activationCondition: 'activationCount >= 1' })),
      drawn(exclusiveGateway('samle')),
    );
    play.complete('a');

    expect(problemsOf(play)).toEqual(['samle other-kind']);
  });
});

describe('BPMN 2.0.2 §10.5.5.14 a cycle that is let ring early', () => {
  it('has rung 1 of its 2 times: the other one comes 14 days after the beginning', () => {
    const cycle = { kind: 'cycle', expression: '"R2/P7D"' } as const;
    const play = playSketch(
      sketch(
        [
          userTask('a'),
          boundaryEvent('purr', 'a', { trigger: { kind: 'timer', schedule: cycle }, interrupting: false }),
        ],
        'start > a > slutt',
        'purr > purret > slutt-2',
      ),
    );
    const [first] = play.instance.timers.values();
    if (first === undefined) throw new Error('Expected a timer');
    play.play({ type: 'TriggerTimer', timerId: first.id, early: true });
    const [second] = play.instance.timers.values();

    expect([second?.dueAt, second?.repeatsLeft]).toEqual(['2026-12-07T09:00:00.000Z', 0]);
  });
});

describe('BPMN 2.0.2 §10.5.5.10 parallel multiple of conditions that stay true', () => {
  it('occurs 1 time, and again when both have been false in between', () => {
    const conditions = ['x = 1', 'y = 1'].map((condition) => ({ kind: 'conditional', condition }) as const);
    const play = playSketch(
      sketch(
        [
          userTask('a'),
          boundaryEvent('begge', 'a', {
            trigger: { kind: 'multiple', parallel: true, triggers: conditions },
            interrupting: false,
          }),
        ],
        'start > a > slutt',
        'begge > hørt > slutt-2',
      ),
      { x: 1, y: 1 },
    );
    expect(play.standing).toEqual(['a', 'hørt']);
    play.play({ type: 'SetVariables', variables: { x: 0, y: 0 } });
    play.play({ type: 'SetVariables', variables: { x: 1, y: 1 } });

    expect(play.standing).toEqual(['a', 'hørt', 'hørt']);
  });
});

describe('ids of a diagram that JavaScript knows too', () => {
  it('a complex gateway called constructor is a gateway like any other', () => {
    const condition = { activationCondition: 'activationCount >= 1' };
    const play = playSketch(
      sketch(
        [parallelGateway('del'), complexGateway('samle', condition), complexGateway('constructor', condition)],
        'start > del > a > samle > constructor > etter > slutt',
        'del > b > samle',
        'del > c > constructor',
      ),
    );
    play.complete('a');

    expect(play.standing).toEqual(['b', 'c', 'etter']);
  });

  it('a parallel multiple event called constructor waits for both of its messages', () => {
    const triggers = ['en', 'to'].map((message) => ({ kind: 'message', message }) as const);
    const play = playSketch(
      sketch(
        [catchEvent('constructor', { kind: 'multiple', parallel: true, triggers })],
        'start > constructor > a > slutt',
      ),
    );
    play.correlate('constructor', { x: 1 });
    expect(play.standing).toEqual(['constructor']);
    play.correlate('constructor', { y: 2 });

    expect([play.standing, play.variables]).toEqual([['a'], { x: 1, y: 2 }]);
  });
});

describe('engine.md §1 start at an element', () => {
  it('with an empty list begins where the process begins', () => {
    const play = new LawfulPlayer(buildProcess('prosess', sketch([], 'start > a > slutt')));
    play.play({ type: 'StartProcessInstance', processInstanceId: play.id, variables: {}, startAt: [] });

    expect(play.open).toEqual(['a']);
  });
});
