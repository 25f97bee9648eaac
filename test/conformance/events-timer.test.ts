import type { TimerSchedule } from '../../src/engine/index.js';
import { catchEvent } from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

describe('BPMN 2.0.2 §10.5.5 a timer whose time is computed', () => {
  const dueFor = (schedule: TimerSchedule) => {
    const play = playEvents(sketch([catchEvent('vent', { kind: 'timer', schedule })], 'start > vent > slutt'), {
      dager: 2,
    });
    return [...play.instance.timers.values()][0]?.dueAt;
  };

  it.each([
    ['duration', 'duration("P2DT3H")', '2026-11-25T12:00:00.000Z'],
    ['duration', 'duration("P1M")', '2026-12-23T09:00:00.000Z'],
    ['duration', '"P" + string(dager) + "D"', '2026-11-25T09:00:00.000Z'],
    ['date', 'date("2026-12-24")', '2026-12-23T23:00:00.000Z'],
    ['date', 'date and time("2026-12-24T08:00:00")', '2026-12-24T07:00:00.000Z'],
    ['date', 'date and time("2026-12-24T08:00:00Z")', '2026-12-24T08:00:00.000Z'],
    ['date', 'date and time("2026-12-24T08:00:00@Europe/Oslo")', '2026-12-24T07:00:00.000Z'],
    ['date', 'date and time("2026-12-24T08:00:00Z") + duration("P1D")', '2026-12-25T08:00:00.000Z'],
    ['cycle', '"R2/P" + string(dager) + "D"', '2026-11-25T09:00:00.000Z'],
  ] as const)('%s: %s', (kind, expression, dueAt) => {
    expect(dueFor({ kind, expression })).toBe(dueAt);
  });
});
