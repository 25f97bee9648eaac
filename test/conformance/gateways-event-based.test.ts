import type { EventTrigger } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { playSketch, sketch } from '../support/play-sketch.js';
import { boundaryEvent, catchEvent, eventBasedGateway, receiveTask, subProcess } from '../support/process-builder.js';

const message = (name: string): EventTrigger => ({ kind: 'message', message: name });
const after = (period: string): EventTrigger => ({
  kind: 'timer',
  schedule: { kind: 'duration', expression: `"${period}"` },
});

const events = [
  catchEvent('svar', message('svar')),
  catchEvent('frist', after('P14D')),
  receiveTask('klage'),
  catchEvent('stopp', { kind: 'signal', signal: 'stopp' }),
];

/** One of four events: a message, a timer, a receive task and a signal. */
const waiting = (): CasePlayer =>
  playSketch(
    sketch(
      [eventBasedGateway('vent'), ...events],
      'start > vent > svar > a > slutt',
      'vent > frist > b > slutt2',
      'vent > klage > c > slutt3',
      'vent > stopp > d > slutt4',
    ),
  );

describe('BPMN 2.0.2 §13.4.4 event-based gateway, exclusive', () => {
  it('waits for all its events with one token', () => {
    const player = waiting();

    expect(player.standing).toEqual(['vent']);
    expect([...player.instance.subscriptions.values()].map(({ node }) => node)).toEqual(['svar', 'klage', 'stopp']);
    expect([...player.instance.timers.values()].map(({ node }) => node)).toEqual(['frist']);
  });

  it('is decided by a message: its content comes with it, and the other events are given up', () => {
    const player = waiting();
    player.correlate('svar', { utfall: 'ja' });

    expect(player.standing).toEqual(['a']);
    expect(player.variables).toEqual({ utfall: 'ja' });
    expect(player.instance.timers.size + player.instance.subscriptions.size).toBe(0);
  });

  it('is decided by a timer', () => {
    const player = waiting();
    player.ring();

    expect(player.standing).toEqual(['b']);
    expect(player.instance.subscriptions.size).toBe(0);
  });

  it('is decided by a receive task', () => {
    const player = waiting();
    player.correlate('klage', { grunn: 'feil' });

    expect(player.standing).toEqual(['c']);
    expect(player.variables).toEqual({ grunn: 'feil' });
  });

  it('is decided by a signal', () => {
    const player = waiting();
    player.play({ type: 'ReceiveSignal', signal: 'stopp', variables: {} });

    expect(player.standing).toEqual(['d']);
  });

  it('is decided by a condition that becomes true', () => {
    const player = playSketch(
      sketch(
        [
          eventBasedGateway('vent'),
          catchEvent('klar', { kind: 'conditional', condition: 'x = 1' }),
          catchEvent('frist', after('P14D')),
        ],
        'start > vent > klar > a > slutt',
        'vent > frist > slutt2',
        'start > b > slutt3',
      ),
    );
    player.complete('b', { x: 1 });

    expect(player.standing).toEqual(['a']);
  });

  it('tells in the journal the way that was taken and the event that came, each once', () => {
    const player = waiting();
    player.correlate('svar');
    const told = player.journal.flatMap((event) => {
      if (event.type === 'TokenMoved') return [`by ${event.via}`];
      if (event.type === 'EventCaught') return [`caught ${event.node}`];
      return event.type === 'NodeEntered' ? [event.node] : [];
    });

    expect(told).toEqual(['start', 'by start-vent', 'vent', 'caught svar', 'by vent-svar', 'svar', 'by svar-a', 'a']);
  });

  it('gives up everything when the scope around it is interrupted', () => {
    const inside = sketch(
      [eventBasedGateway('vent'), catchEvent('svar', message('svar')), catchEvent('frist', after('P1D'))],
      'start2 > vent > svar > slutt2',
      'vent > frist > slutt3',
    );
    const player = playSketch(
      sketch(
        [subProcess('sak', inside), boundaryEvent('avbrutt', 'sak', { trigger: message('avbrutt') })],
        'start > sak > slutt',
        'avbrutt > a > slutt4',
      ),
    );
    player.correlate('avbrutt');

    expect(player.standing).toEqual(['a']);
    expect(player.instance.timers.size + player.instance.subscriptions.size).toBe(0);
  });

  it('whose timer cannot be read is an incident, and nothing of it waits until that is put right', () => {
    const frist: EventTrigger = { kind: 'timer', schedule: { kind: 'duration', expression: 'ventetid' } };
    const player = playSketch(
      sketch(
        [eventBasedGateway('vent'), catchEvent('svar', message('svar')), catchEvent('frist', frist)],
        'start > vent > svar > slutt',
        'vent > frist > a > slutt2',
      ),
    );
    expect(player.incidents).toEqual(['EXPRESSION vent']);
    expect(player.instance.subscriptions.size).toBe(0);

    player.resolve({ ventetid: 'P2D' });
    player.ring();
    expect(player.standing).toEqual(['a']);
  });

  it('waits anew each time a loop comes to it', () => {
    const player = playSketch(
      sketch(
        [eventBasedGateway('vent'), catchEvent('purr', after('P7D')), catchEvent('svar', message('svar'))],
        'start > vent > purr > a > vent',
        'vent > svar > slutt',
      ),
    );
    player.ring();
    player.complete('a');
    player.ring();
    player.complete('a');
    player.correlate('svar');

    expect(player.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §10.6.6 event-based gateway that starts a process', () => {
  const starting = (parallel: boolean, startAt: string): CasePlayer =>
    playSketch(
      sketch(
        [
          eventBasedGateway('begynn', { instantiate: true, parallel }),
          catchEvent('soknad', message('soknad')),
          receiveTask('vedlegg'),
          catchEvent('samtykke', message('samtykke')),
        ],
        'begynn > soknad > a > slutt',
        'begynn > vedlegg > b > slutt2',
        'begynn > samtykke > c > slutt3',
      ),
      { sak: 7 },
      startAt,
    );

  it.each([
    ['soknad', 'a'],
    ['vedlegg', 'b'],
    ['samtykke', 'c'],
  ])('an exclusive one begins by %s alone and waits for no other', (event, task) => {
    const player = starting(false, event);

    expect(player.standing).toEqual([task]);
    expect(player.variables).toEqual({ sak: 7 });
    expect(player.instance.subscriptions.size).toBe(0);
  });

  it('a parallel one begins by its first event and waits for the 2 others', () => {
    const player = starting(true, 'vedlegg');
    expect(player.standing).toEqual(['b', 'begynn']);
    expect([...player.instance.subscriptions.values()].map(({ node }) => node)).toEqual(['soknad', 'samtykke']);

    player.correlate('samtykke');
    expect(player.standing).toEqual(['b', 'begynn', 'c']);
    player.correlate('soknad');
    expect(player.standing).toEqual(['a', 'b', 'c']);
    expect(player.instance.subscriptions.size).toBe(0);
  });

  it('a parallel one is complete only when every event has come', () => {
    const player = starting(true, 'soknad');
    player.complete('a');
    player.correlate('vedlegg');
    player.complete('b');
    expect(player.instance.state).toBe('active');

    player.correlate('samtykke');
    player.complete('c');
    expect(player.instance.state).toBe('completed');
  });

  it('enters each event and takes each way once', () => {
    const player = starting(true, 'soknad');
    player.correlate('vedlegg');
    player.correlate('samtykke');
    const entered = player.journal.flatMap((event) => (event.type === 'NodeEntered' ? [event.node] : []));
    const taken = player.journal.flatMap((event) =>
      event.type === 'TokenMoved' ? [event.via] : event.type === 'TokenCreated' ? [event.token.via] : [],
    );

    expect(entered.toSorted()).toEqual(['a', 'b', 'begynn', 'c', 'samtykke', 'soknad', 'vedlegg']);
    expect(taken.filter((via) => via?.startsWith('begynn'))).toEqual([
      'begynn-soknad',
      'begynn-vedlegg',
      'begynn-samtykke',
    ]);
  });

  it('cannot be started where nothing begins it', () => {
    expect(() => starting(false, 'a')).toThrow('no-start-event');
  });
});
