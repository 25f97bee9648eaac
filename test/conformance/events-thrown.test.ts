import { throwEvent } from '../support/process-builder.js';
import { effectsOf, type EventResult } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { expectLaws, playEvents } from '../support/play-events.js';
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
