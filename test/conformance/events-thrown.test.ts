import {
  boundaryEvent,
  catchEvent,
  endEvent,
  eventSubProcess,
  parallelGateway,
  sendTask,
  startEvent,
  subProcess,
  throwEvent,
} from '../support/process-builder.js';
import { effectsOf, type EventResult } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { expectLaws, onSignal, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const message: EventResult = { kind: 'message', message: 'vedtak', correlationKey: 'sak', targets: [] };
const signal: EventResult = { kind: 'signal', signal: 'alarm' };
const thrown = (play: CasePlayer): readonly string[] =>
  play.journal.flatMap((event) => (event.type === 'EventThrown' ? [`${event.kind} ${event.name}`] : []));
const effects = (play: CasePlayer) =>
  play.journal.flatMap(effectsOf).filter(({ type }) => type === 'PublishMessage' || type === 'BroadcastSignal');
const payload = [{ source: 'belop + 1', target: 'sum' }];

describe('BPMN 2.0.2 §10.5.4 intermediate throw event', () => {
  it('none: the token passes', () => {
    const play = playEvents(sketch([throwEvent('kast', { kind: 'none' })], 'start > kast > etter > slutt'));

    expect(play.standing).toEqual(['etter']);
    expect(play.happened).toEqual([]);
  });

  it('message: is sent once with its name, its key and nothing but what it maps', () => {
    const play = playEvents(
      sketch([throwEvent('kast', message, { inputs: payload })], 'start > kast > etter > slutt'),
      {
        sak: '2026/17',
        belop: 4,
      },
    );

    expect(effects(play)).toEqual([
      {
        type: 'PublishMessage',
        key: expect.any(String),
        messageId: expect.any(String),
        message: 'vedtak',
        correlationKey: '2026/17',
        targets: [],
        variables: { sum: 5 },
      },
    ]);
    expect(play.standing).toEqual(['etter']);
  });

  it('message: without mappings it brings nothing', () => {
    const play = playEvents(sketch([throwEvent('kast', message)], 'start > kast > slutt'), { sak: 1, hemmelig: true });

    expect(effects(play)).toMatchObject([{ correlationKey: '1', variables: {} }]);
  });

  it('message: its name may be computed', () => {
    const play = playEvents(
      sketch([throwEvent('kast', { kind: 'message', message: '="svar-" + sak', targets: [] })], 'start > kast > slutt'),
      { sak: 'a' },
    );

    expect(effects(play)).toMatchObject([{ message: 'svar-a' }]);
  });

  it('message: keeps where its message flows lead', () => {
    const targets = [{ process: 'bank', element: 'betaling' }];
    const play = playEvents(
      sketch([throwEvent('kast', { kind: 'message', message: 'm', targets })], 'start > kast > slutt'),
    );

    expect(effects(play)).toMatchObject([{ targets }]);
  });

  it('message: a key without a value is an incident; resolving it sends once', () => {
    const play = playEvents(sketch([throwEvent('kast', message)], 'start > kast > etter > slutt'));
    expect(play.incidents).toEqual(['EXPRESSION kast']);
    expect(play.standing).toEqual(['kast']);

    play.resolve();
    expect(play.incidents).toEqual(['EXPRESSION kast']);
    play.resolve({ sak: 'nå' });

    expect(thrown(play)).toEqual(['message vedtak']);
    expect(play.standing).toEqual(['etter']);
  });

  it('message: what is sent is not sent again when only the way on fails', () => {
    const play = playEvents(
      sketch([throwEvent('kast', message)], 'start > kast', 'kast > etter : vei = 1', 'etter > slutt'),
      { sak: 1 },
    );
    expect(play.incidents).toEqual(['NO_FLOW kast']);

    play.resolve({ vei: 1 });

    expect(effects(play)).toHaveLength(1);
    expect(play.standing).toEqual(['etter']);
  });

  it('a job: the token waits until a worker has done it', () => {
    const play = playEvents(
      sketch(
        [throwEvent('kast', { kind: 'job', jobType: 'send-brev', headers: { mal: 'vedtak' } }, { inputs: payload })],
        'start > kast > etter > slutt',
      ),
      { belop: 1 },
    );
    expect(play.journal.find(({ type }) => type === 'JobCreated')).toMatchObject({
      job: { type: 'send-brev', headers: { mal: 'vedtak' } },
      variables: { sum: 2 },
    });

    play.completeJob('kast', { sendt: true });

    expect(play.standing).toEqual(['etter']);
    expect(play.variables).toEqual({ belop: 1, sendt: true });
  });

  it('a job: that fails waits for an operator, and is asked again', () => {
    const play = playEvents(
      sketch([throwEvent('kast', { kind: 'job', jobType: 'send', headers: {} })], 'start > kast > slutt'),
    );
    const [jobId] = play.instance.jobs.keys();
    if (jobId === undefined) throw new Error('Expected a job');

    play.play({ type: 'FailJob', jobId, message: 'nede' });
    expect(play.incidents).toEqual(['JOB_FAILED kast']);
    play.resolve();
    play.completeJob('kast');

    expect(play.instance.state).toBe('completed');
  });

  it('multiple: everything happens in the order of the diagram', () => {
    const play = playEvents(
      sketch([throwEvent('kast', { kind: 'multiple', results: [signal, message] })], 'start > kast > etter > slutt'),
      { sak: 1 },
    );

    expect(thrown(play)).toEqual(['signal alarm', 'message vedtak']);
    expect(play.standing).toEqual(['etter']);
  });

  it('multiple: when one part fails, nothing has happened', () => {
    const play = playEvents(
      sketch([throwEvent('kast', { kind: 'multiple', results: [signal, message] })], 'start > kast > slutt'),
    );

    expect(thrown(play)).toEqual([]);
    expect(effects(play)).toEqual([]);
    expect(play.incidents).toEqual(['EXPRESSION kast']);
  });
});

describe('BPMN 2.0.2 §10.5.5.7 link', () => {
  const link: EventResult = { kind: 'link', link: 'videre' };
  const fromLink = catchEvent('inn', { kind: 'link', link: 'videre' });

  it('a throw goes on at the catch of the same name; both are entered', () => {
    const play = playEvents(sketch([throwEvent('ut', link), fromLink], 'start > foran > ut', 'inn > bak > slutt'));

    play.complete('foran');

    expect(play.entered).toEqual(['start', 'foran', 'ut', 'inn', 'bak']);
    expect(play.standing).toEqual(['bak']);
    expect(play.happened).toEqual(['threw link ut', 'caught link inn']);
  });

  it('several throws lead to one catch, each with its own token', () => {
    const play = playEvents(
      sketch(
        [parallelGateway('del'), throwEvent('ut-1', link), throwEvent('ut-2', link), fromLink],
        'start > del > ut-1',
        'del > ut-2',
        'inn > bak > slutt',
      ),
    );

    expect(play.standing).toEqual(['bak', 'bak']);
  });

  it('is found only in its own scope', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'del',
            sketch(
              [throwEvent('ut', link), catchEvent('inn-2', { kind: 'link', link: 'videre' })],
              'start-2 > ut',
              'inn-2 > inne > slutt-2',
            ),
          ),
          fromLink,
        ],
        'start > del > slutt',
        'inn > bak > slutt2',
      ),
    );

    expect(play.standing).toEqual(['del', 'inne']);
  });

  it('without a catch the token stays with an incident', () => {
    const play = playEvents(sketch([throwEvent('ut', link)], 'start > ut'));

    expect(play.incidents).toEqual(['NO_FLOW ut']);
    expect(play.standing).toEqual(['ut']);
  });
});

describe('BPMN 2.0.2 §10.5.5.13 signal', () => {
  it('is heard at once by everything in the case that waits for it, and by others afterwards', () => {
    const play = playEvents(
      sketch(
        [
          parallelGateway('del'),
          catchEvent('vent', onSignal),
          boundaryEvent('kant', 'arbeid', { trigger: onSignal }),
          throwEvent('kast', signal, { inputs: payload }),
        ],
        'start > del > vent > etter > slutt',
        'del > arbeid > slutt-2',
        'del > klar > kast > slutt-3',
        'kant > reddet > slutt-4',
      ),
      { belop: 1 },
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter', 'reddet']);
    expect(play.variables).toEqual({ belop: 1, sum: 2 });
    expect(effects(play)).toEqual([
      { type: 'BroadcastSignal', key: expect.any(String), signal: 'alarm', variables: { sum: 2 } },
    ]);
  });

  it('another name is not heard', () => {
    const play = playEvents(sketch([catchEvent('vent', onSignal)], 'start > vent > slutt'));

    const answer = play.ask({ type: 'ReceiveSignal', signal: 'annet', variables: {} });

    expect(answer).toEqual({ ok: false, rejection: { reason: 'signal-not-awaited', signal: 'annet' } });
  });

  it('is not kept: who begins to wait afterwards does not hear it', () => {
    const play = playEvents(
      sketch([throwEvent('kast', signal), catchEvent('vent', onSignal)], 'start > kast > vent > slutt'),
    );

    expect(play.standing).toEqual(['vent']);
  });

  it('its name may be computed where it is thrown and where it is awaited', () => {
    const play = playEvents(
      sketch(
        [
          parallelGateway('del'),
          catchEvent('vent', { kind: 'signal', signal: '="lag-" + lag' }),
          throwEvent('kast', { kind: 'signal', signal: '="lag-a"' }),
        ],
        'start > del > vent > etter > slutt',
        'del > klar > kast > slutt-2',
      ),
      { lag: 'a' },
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter']);
  });

  it('may end the scope in which it is thrown', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('del', sketch([throwEvent('kast', signal)], 'start-2 > klar > kast > videre > slutt-2')),
          boundaryEvent('kant', 'del', { trigger: onSignal }),
        ],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter']);
    expect(play.entered).not.toContain('videre');
  });

  it('may start an event sub-process around its thrower that does not interrupt', () => {
    const play = playEvents(
      sketch(
        [
          throwEvent('kast', signal),
          eventSubProcess(
            'ved',
            sketch([startEvent('hort', onSignal, { interrupting: false })], 'hort > inne > slutt-2'),
          ),
        ],
        'start > kast > etter > slutt',
      ),
    );

    expect(play.standing).toEqual(['etter', 'inne', 'ved']);
  });
});

describe('BPMN 2.0.2 §13.5.6 end event', () => {
  const ends = (result: EventResult, inputs = payload) =>
    sketch([endEvent('ferdig', result, { inputs })], 'start > arbeid > ferdig');

  it.each([
    ['message', message, 'PublishMessage'],
    ['signal', signal, 'BroadcastSignal'],
  ] as const)('%s: is sent and ends the token', (_name, result, effect) => {
    const play = playEvents(ends(result), { sak: 1, belop: 1 });

    play.complete('arbeid');

    expect(effects(play)).toMatchObject([{ type: effect, variables: { sum: 2 } }]);
    expect(play.instance.state).toBe('completed');
  });

  it('a job: the case ends when the worker has done it', () => {
    const play = playEvents(ends({ kind: 'job', jobType: 'send', headers: {} }), { belop: 1 });

    play.complete('arbeid');
    expect(play.instance.state).toBe('active');
    play.completeJob('ferdig');

    expect(play.instance.state).toBe('completed');
  });

  it('multiple: everything happens', () => {
    const play = playEvents(ends({ kind: 'multiple', results: [message, signal] }), { sak: 1, belop: 1 });

    play.complete('arbeid');

    expect(thrown(play)).toEqual(['message vedtak', 'signal alarm']);
    expect(play.instance.state).toBe('completed');
  });

  it('multiple with an error: what stands before it has happened too', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('del', ends({ kind: 'multiple', results: [signal, { kind: 'error', code: 'F' }] }, [])),
          boundaryEvent('kant', 'del', { trigger: { kind: 'error' } }),
        ],
        'startes > del > slutt-1',
        'kant > etter > slutt-2',
      ),
    );

    play.complete('arbeid');

    expect(thrown(play)).toEqual(['signal alarm', 'error F']);
    expect(play.standing).toEqual(['etter']);
  });

  it('none: other tokens of the scope go on', () => {
    const play = playEvents(sketch([parallelGateway('del')], 'start > del > arbeid > slutt', 'del > slutt-2'));

    expect(play.instance.state).toBe('active');
    play.complete('arbeid');
    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §13.5.6 terminate end event', () => {
  const ended = endEvent('stopp', { kind: 'terminate' });

  it('ends everything in the process, which completes', () => {
    const play = playEvents(
      sketch([parallelGateway('del'), ended], 'start > del > arbeid > slutt', 'del > klar > stopp'),
    );

    play.complete('klar');

    expect(play.instance.state).toBe('completed');
    expect(play.instance.userTasks.size).toBe(0);
  });

  it('ends only its own scope: what stands around goes on, and the sub-process leaves by its flow', () => {
    const play = playEvents(
      sketch(
        [
          parallelGateway('ut'),
          subProcess(
            'indre',
            sketch([parallelGateway('del'), ended], 'start-2 > del > arbeid > slutt-2', 'del > klar > stopp'),
          ),
        ],
        'start > ut > indre > etter > slutt',
        'ut > ved-siden > slutt-3',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter', 'ved-siden']);
  });

  it('in one body of a multi-instance it ends that body', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'hver',
            sketch([parallelGateway('del'), ended], 'start-2 > del > arbeid > slutt-2', 'del > klar > stopp'),
            {
              multiInstance: { sequential: false, collection: '[1, 2]' },
            },
          ),
        ],
        'start > hver > etter > slutt',
      ),
    );
    expect(play.standing).toEqual(['arbeid', 'arbeid', 'hver', 'klar', 'klar']);

    play.complete('klar');
    expect(play.standing).toEqual(['arbeid', 'hver', 'klar']);
    play.complete('klar');

    expect(play.standing).toEqual(['etter']);
  });

  it('in an event sub-process that does not interrupt it ends that alone', () => {
    const play = playEvents(
      sketch(
        [
          eventSubProcess(
            'ved',
            sketch([startEvent('hort', onSignal, { interrupting: false }), ended], 'hort > klar > stopp'),
          ),
        ],
        'start > arbeid > slutt',
      ),
    );

    play.signal('alarm');
    play.complete('klar');

    expect(play.standing).toEqual(['arbeid']);
  });

  it('ends the event sub-processes of its scope and what they wait for', () => {
    const play = playEvents(
      sketch(
        [
          ended,
          eventSubProcess(
            'ved',
            sketch([startEvent('hort', onSignal, { interrupting: false })], 'hort > inne > slutt-2'),
          ),
        ],
        'start > klar > stopp',
      ),
    );

    play.signal('alarm');
    play.complete('klar');

    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §10.3.3.2 send task', () => {
  it('sends its message with what it maps, and goes on', () => {
    const play = playEvents(
      sketch([sendTask('send', { result: message, inputs: payload })], 'start > send > etter > slutt'),
      { sak: 7, belop: 1, hemmelig: true },
    );

    expect(effects(play)).toMatchObject([{ message: 'vedtak', correlationKey: '7', variables: { sum: 2 } }]);
    expect(play.standing).toEqual(['etter']);
  });

  it('sends one message for each item', () => {
    const play = playEvents(
      sketch(
        [
          sendTask('send', {
            result: { kind: 'message', message: 'm', correlationKey: 'sak', targets: [] },
            multiInstance: { sequential: false, collection: '["a", "b"]', elementVariable: 'sak' },
          }),
        ],
        'start > send > slutt',
      ),
    );

    expect(effects(play)).toMatchObject([{ correlationKey: 'a' }, { correlationKey: 'b' }]);
    expect(play.instance.state).toBe('completed');
  });

  it('may leave the sending to a worker', () => {
    const play = playEvents(
      sketch(
        [sendTask('send', { result: { kind: 'job', jobType: '="brev-" + slag', headers: {} } })],
        'start > send > slutt',
      ),
      { slag: 'a' },
    );
    expect([...play.instance.jobs.values()]).toMatchObject([{ type: 'brev-a' }]);

    play.completeJob('send');

    expect(play.instance.state).toBe('completed');
  });
});
