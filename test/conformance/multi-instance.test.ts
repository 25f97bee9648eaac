import type { EventResult, Mapping, MultiInstance } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { playSketch, sketch } from '../support/play-sketch.js';
import {
  boundaryEvent,
  callActivity,
  noneTask,
  serviceTask,
  subProcess,
  userTask,
} from '../support/process-builder.js';

const three: MultiInstance = { sequential: false, cardinality: '3' };

const asking = (multiInstance: MultiInstance, variables = {}): CasePlayer =>
  playSketch(sketch([userTask('a', { multiInstance })], 'start > a > b > slutt'), variables);

const thrown = (player: CasePlayer): readonly string[] =>
  player.journal.flatMap((event) => (event.type === 'SignalThrown' ? [event.signal] : []));

describe('BPMN 2.0.2 §13.3.7 multi-instance, how many', () => {
  it('a cardinality of 3 gives 3 bodies at once, numbered from 1', () => {
    const player = asking(three);
    const bodies = [...player.instance.elements.values()].filter(({ loopIndex }) => loopIndex !== undefined);
    expect(bodies.map(({ variables }) => variables)).toEqual([
      { loopCounter: 1 },
      { loopCounter: 2 },
      { loopCounter: 3 },
    ]);

    for (let done = 0; done < 3; done += 1) player.complete('a');
    expect(player.standing).toEqual(['b']);
  });

  it('a sequential cardinality gives one body after the other', () => {
    const player = asking({ sequential: true, cardinality: 'antall' }, { antall: 2 });
    expect(player.instance.userTasks.size).toBe(1);
    player.complete('a');
    expect(player.instance.userTasks.size).toBe(1);

    player.complete('a');
    expect(player.standing).toEqual(['b']);
  });

  it.each([
    ['0', []],
    ['[]', []],
  ])('of %s bodies it is passed at once', (source) => {
    const loop = source === '0' ? { cardinality: source } : { collection: source };
    expect(asking({ sequential: false, ...loop }).standing).toEqual(['b']);
  });

  it.each(['-1', '1.5', '"3"', 'mangler'])(
    'a cardinality of %s is an incident, and can be put right',
    (cardinality) => {
      const player = asking({ sequential: false, cardinality: `if antall = null then ${cardinality} else antall` });
      expect(player.incidents).toEqual(['EXPRESSION a']);

      player.resolve({ antall: 1 });
      expect(player.instance.userTasks.size).toBe(1);
    },
  );

  it('10 001 bodies are an incident MI_LIMIT, and nothing has begun', () => {
    const player = asking({ sequential: false, cardinality: 'antall' }, { antall: 10_001 });
    expect(player.incidents).toEqual(['MI_LIMIT a']);
    expect([...player.instance.incidents.values()][0]?.message).toBe(
      "Expected 'antall' to give at most 10000 bodies, but it gives 10001",
    );

    player.resolve({ antall: 2 });
    expect(player.instance.userTasks.size).toBe(2);
  });

  it('needs no element variable', () => {
    const player = asking({ sequential: false, collection: '["x", "y"]' });
    player.complete('a');
    player.complete('a');

    expect(player.standing).toEqual(['b']);
  });
});

describe('BPMN 2.0.2 §10.3.8 multi-instance, what bodies see', () => {
  it('the completion condition sees how many there are, are active and are completed', () => {
    const condition = 'numberOfInstances = 3 and numberOfActiveInstances = 1 and numberOfCompletedInstances = 2';
    const player = asking({ ...three, completionCondition: `${condition} and numberOfTerminatedInstances = 0` });
    player.complete('a');
    expect(player.standing).toEqual(['a']);
    player.complete('a');

    expect(player.standing).toEqual(['b']);
    expect(player.instance.userTasks.size).toBe(1);
  });

  it('expressions in a body see the counters; a worker that is told everything hears the number of its body only', () => {
    const told = (inputs: readonly Mapping[]): readonly unknown[] => {
      const multiInstance = { sequential: false, cardinality: '2' };
      const player = playSketch(sketch([serviceTask('a', { multiInstance, inputs })], 'start > a > slutt'));
      return player.journal.flatMap((event) => (event.type === 'JobCreated' ? [event.variables] : []));
    };

    expect(told([])).toEqual([{ loopCounter: 1 }, { loopCounter: 2 }]);
    expect(told([{ source: 'string(loopCounter) + "/" + string(numberOfInstances)', target: 'nummer' }])).toEqual([
      { loopCounter: 1, nummer: '1/2' },
      { loopCounter: 2, nummer: '2/2' },
    ]);
  });

  it('results come in the order of the numbers, whatever comes first', () => {
    const player = asking({ ...three, outputCollection: 'svarene', outputElement: 'svar' });
    const tasks = [...player.instance.userTasks.values()].toReversed();
    for (const [at, { id: userTaskId }] of tasks.entries()) {
      player.play({ type: 'ClaimUserTask', userTaskId });
      player.play({ type: 'CompleteUserTask', userTaskId, variables: { svar: at } });
    }

    expect(player.variables).toEqual({ svarene: [2, 1, 0] });
  });

  it('a multi-instance in a body of a multi-instance: 2 times 3 results, each in its list', () => {
    const inner = noneTask('tell', {
      multiInstance: {
        sequential: false,
        collection: '[1, 2, 3]',
        elementVariable: 'n',
        outputCollection: 'indre',
        outputElement: 'm * 10 + n',
      },
    });
    const player = playSketch(
      sketch(
        [
          subProcess('sak', sketch([inner], 'start2 > tell > slutt2'), {
            multiInstance: {
              sequential: true,
              collection: '[1, 2]',
              elementVariable: 'm',
              outputCollection: 'ytre',
              outputElement: 'indre',
            },
          }),
        ],
        'start > sak > slutt',
      ),
    );

    expect(player.variables['ytre']).toEqual([
      [11, 12, 13],
      [21, 22, 23],
    ]);
  });

  it('a call activity asks for one process per body and waits for all', () => {
    const player = playSketch(
      sketch([callActivity('kall', 'annet', { multiInstance: three })], 'start > kall > b > slutt'),
    );
    const called = [...player.instance.elements.values()].filter((element) => element.calledInstanceId !== undefined);
    expect(called).toHaveLength(3);

    for (const { id } of called) player.play({ type: 'CompleteCalledProcess', elementInstanceId: id, variables: {} });
    expect(player.standing).toEqual(['b']);
  });
});

describe('BPMN 2.0.2 §10.3.8 table 10.30 multi-instance, behaviour', () => {
  const signal = (name: string): EventResult => ({ kind: 'signal', signal: name });

  it('None throws its event for each of 3 bodies that completes', () => {
    const player = asking({ ...three, behavior: { kind: 'none', event: signal('en ferdig') } });
    for (let done = 0; done < 3; done += 1) player.complete('a');

    expect(thrown(player)).toEqual(['en ferdig', 'en ferdig', 'en ferdig']);
  });

  it('One throws its event for the first body only', () => {
    const player = asking({ ...three, behavior: { kind: 'one', event: signal('den første') } });
    for (let done = 0; done < 3; done += 1) player.complete('a');

    expect(thrown(player)).toEqual(['den første']);
  });

  it('All, which is the usual, throws nothing', () => {
    const player = asking(three);
    for (let done = 0; done < 3; done += 1) player.complete('a');

    expect(thrown(player)).toEqual([]);
  });

  it('Complex throws each event whose condition holds, by counters and by what the body brought', () => {
    const player = asking({
      ...three,
      behavior: {
        kind: 'complex',
        events: [
          { condition: 'numberOfCompletedInstances = 2', event: signal('flertall') },
          { condition: 'svar = "nei"', event: signal('motstand') },
        ],
      },
    });
    player.complete('a', { svar: 'nei' });
    player.complete('a', { svar: 'nei' });
    player.complete('a', { svar: 'ja' });

    expect(thrown(player)).toEqual(['motstand', 'flertall', 'motstand']);
  });

  it('an event on the edge of the activity catches what its first body throws, and interrupts the others', () => {
    const player = playSketch(
      sketch(
        [
          userTask('a', { multiInstance: { ...three, behavior: { kind: 'one', event: signal('nok') } } }),
          boundaryEvent('fanget', 'a', { trigger: { kind: 'signal', signal: 'nok' } }),
        ],
        'start > a > b > slutt',
        'fanget > c > slutt2',
      ),
    );
    player.complete('a');

    expect(player.standing).toEqual(['c']);
    expect(player.instance.elements.size).toBe(2);
  });

  it('an event that does not interrupt starts something beside each time', () => {
    const player = playSketch(
      sketch(
        [
          userTask('a', {
            multiInstance: { ...three, behavior: { kind: 'none', event: { kind: 'escalation', code: 'ferdig' } } },
          }),
          boundaryEvent('fanget', 'a', { trigger: { kind: 'escalation', code: 'ferdig' }, interrupting: false }),
        ],
        'start > a > b > slutt',
        'fanget > c > slutt2',
      ),
    );
    player.complete('a');
    player.complete('a');

    expect(player.standing).toEqual(['a', 'c', 'c']);
  });
});

describe('BPMN 2.0.2 §13.3.7 multi-instance, a body more while it runs', () => {
  const wholeOf = (player: CasePlayer) => {
    const whole = [...player.instance.elements.values()].find((element) => element.multiInstance !== undefined);
    if (whole === undefined) throw new Error('Expected a multi-instance under way');
    return whole.id;
  };

  it('begins at once beside the others with its own item, and its result comes last', () => {
    const player = asking({
      sequential: false,
      collection: '["x", "y"]',
      elementVariable: 'n',
      outputCollection: 'ut',
      outputElement: 'n',
    });
    player.play({ type: 'AddMultiInstanceBody', elementInstanceId: wholeOf(player), item: 'z' });
    expect(player.instance.userTasks.size).toBe(3);
    for (let done = 0; done < 3; done += 1) player.complete('a');

    expect(player.variables).toEqual({ ut: ['x', 'y', 'z'] });
  });

  it('comes last when the bodies come one after the other, whether they are listed or counted', () => {
    const player = asking({ sequential: true, cardinality: '2', outputCollection: 'ut', outputElement: 'loopCounter' });
    player.play({ type: 'AddMultiInstanceBody', elementInstanceId: wholeOf(player) });
    for (let done = 0; done < 3; done += 1) player.complete('a');

    expect(player.standing).toEqual(['b']);
    expect(player.variables).toEqual({ ut: [1, 2, 3] });
  });

  it('is refused when nothing of it runs, and beyond 10 000 bodies', () => {
    const player = asking({ sequential: true, cardinality: '10000' });
    const elementInstanceId = wholeOf(player);
    expect(player.ask({ type: 'AddMultiInstanceBody', elementInstanceId })).toMatchObject({
      ok: false,
      rejection: { reason: 'multi-instance-full', most: 10_000 },
    });

    const [root] = player.instance.elements.keys();
    expect(root && player.ask({ type: 'AddMultiInstanceBody', elementInstanceId: root })).toMatchObject({
      ok: false,
      rejection: { reason: 'multi-instance-not-active' },
    });
  });
});
