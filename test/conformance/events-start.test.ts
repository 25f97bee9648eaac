import type { EventTrigger } from '../../src/engine/index.js';
import {
  catchEvent,
  endEvent,
  eventBasedGateway,
  receiveTask,
  startEvent,
  subProcess,
  userTask,
} from '../support/process-builder.js';
import {
  afterDays,
  all,
  caseOf,
  either,
  expectLaws,
  onCondition,
  onMessage,
  onSignal,
  weekly,
} from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const kinds: readonly (readonly [string, EventTrigger])[] = [
  ['message', onMessage],
  ['timer', weekly],
  ['signal', onSignal],
  ['conditional', onCondition],
  ['multiple', either(onMessage, afterDays(1))],
  ['parallel multiple', all(onMessage, onSignal)],
];
const started = (trigger: EventTrigger, options: Parameters<typeof startEvent>[2] = {}) =>
  sketch([startEvent('hendt', trigger, options)], 'start > vanlig > slutt', 'hendt > etter > slutt2');

describe('BPMN 2.0.2 §13.5.1 start event', () => {
  it.each(kinds)('%s: begins the process at itself, with what it brought', (_name, trigger) => {
    const play = caseOf(started(trigger));

    play.start({ belop: 4 }, 'hendt');

    expect(play.entered).toEqual(['hendt', 'etter']);
    expect(play.variables).toEqual({ belop: 4 });
    expect(play.happened).toEqual([`caught ${trigger.kind} hendt`]);
  });

  it.each(kinds)('%s: gives the process only what it maps', (_name, trigger) => {
    const play = caseOf(started(trigger, { outputs: [{ source: 'belop + 1', target: 'sum' }] }));

    play.start({ belop: 4, internt: 'nei' }, 'hendt');

    expect(play.variables).toEqual({ sum: 5 });
  });

  it('a mapping that fails is an incident at the event, and nothing of what it brought is lost', () => {
    const play = caseOf(started(onMessage, { outputs: [{ source: 'belop + tillegg', target: 'sum' }] }));

    play.start({ belop: 4 }, 'hendt');
    expect(play.incidents).toEqual(['EXPRESSION hendt']);
    play.resolve({ tillegg: 1 });

    expect(play.variables).toEqual({ tillegg: 1, sum: 5 });
    expect(play.standing).toEqual(['etter']);
  });

  it('none: is where a case begins when nobody says where', () => {
    const play = caseOf(started(onMessage));

    play.start({ a: 1 });

    expect(play.entered).toEqual(['start', 'vanlig']);
    expect(play.variables).toEqual({ a: 1 });
  });

  it('none: maps beside what the case is given', () => {
    const play = caseOf(
      sketch([startEvent('s', { kind: 'none' }, { outputs: [{ source: 'a + 1', target: 'b' }] })], 's > etter > slutt'),
    );

    play.start({ a: 1 });

    expect(play.variables).toEqual({ a: 1, b: 2 });
  });

  it('none: of several the one that is meant', () => {
    const play = caseOf(sketch([], 'start-a > a > slutt', 'start-b > b > slutt2'));

    play.start({}, 'start-b');

    expect(play.standing).toEqual(['b']);
  });

  it.each([
    ['that is not there', 'finnes-ikke'],
    ['that is no start event', 'etter'],
    ['of a sub-process', 'start-d'],
  ])('is refused at a node %s', (_name, node) => {
    const play = caseOf(
      sketch(
        [startEvent('hendt', onMessage), subProcess('del', sketch([], 'start-d > inne > slutt-d'))],
        'hendt > etter > del > slutt',
      ),
    );

    expect(
      play.ask({ type: 'StartProcessInstance', processInstanceId: play.id, variables: {}, startEvent: node }),
    ).toMatchObject({ ok: false, rejection: { reason: 'no-start-event' } });
  });

  it('a process without start events begins at every node that nothing leads to', () => {
    const play = caseOf(sketch([userTask('a'), userTask('b'), endEvent('slutt')], 'a > slutt', 'b > slutt'));

    play.start();

    expect(play.standing).toEqual(['a', 'b']);
  });
});

describe('BPMN 2.0.2 §10.3.3 receive task that starts the process', () => {
  const instantiating = (options: Parameters<typeof receiveTask>[1] = {}) =>
    sketch([receiveTask('motta', { instantiate: true, ...options })], 'motta > etter > slutt');

  it('has received its message when the process begins', () => {
    const play = caseOf(instantiating());

    play.start({ belop: 4 }, 'motta');

    expect(play.entered).toEqual(['motta', 'etter']);
    expect(play.variables).toEqual({ belop: 4 });
    expect(play.instance.subscriptions.size).toBe(0);
  });

  it('maps what the message brought', () => {
    const play = caseOf(instantiating({ outputs: [{ source: 'belop + 1', target: 'sum' }] }));

    play.start({ belop: 4 }, 'motta');

    expect(play.variables).toEqual({ sum: 5 });
  });

  it('is no place to begin without its message', () => {
    const play = caseOf(instantiating());

    expect(play.ask({ type: 'StartProcessInstance', processInstanceId: play.id, variables: {} })).toMatchObject({
      ok: false,
      rejection: { reason: 'no-start-event' },
    });
  });
});

describe('BPMN 2.0.2 §10.6.6 event-based gateway that starts the process', () => {
  const gateway = sketch(
    [eventBasedGateway('valg', { instantiate: true }), catchEvent('a', onMessage), receiveTask('b')],
    'valg > a > fra-a > slutt',
    'valg > b > fra-b > slutt2',
  );

  it.each([
    ['a', 'fra-a'],
    ['b', 'fra-b'],
  ])('the event %s behind it begins the process', (event, standing) => {
    const play = caseOf(gateway);

    play.start({ belop: 4 }, event);

    expect(play.standing).toEqual([standing]);
    expect(play.variables).toEqual({ belop: 4 });
    expect(play.instance.subscriptions.size).toBe(0);
  });
});
