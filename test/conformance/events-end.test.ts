import {
  boundaryEvent,
  endEvent,
  eventSubProcess,
  parallelGateway,
  startEvent,
  subProcess,
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
