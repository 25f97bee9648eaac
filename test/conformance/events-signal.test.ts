import {
  boundaryEvent,
  catchEvent,
  eventSubProcess,
  parallelGateway,
  startEvent,
  subProcess,
  throwEvent,
} from '../support/process-builder.js';
import { effectsOf, type EventResult } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { expectLaws, onSignal, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const signal: EventResult = { kind: 'signal', signal: 'alarm' };

const effects = (play: CasePlayer) =>
  play.journal.flatMap(effectsOf).filter(({ type }) => type === 'PublishMessage' || type === 'BroadcastSignal');

const payload = [{ source: 'belop + 1', target: 'sum' }];

describe('BPMN 2.0.2 §10.5.5 signal', () => {
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
