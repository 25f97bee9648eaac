import type { Misfire } from '../../shared/misfire.js';
import type { Instant } from '../../shared/time.js';
import type { TimerCycle } from './misfire.js';
import { addDuration, parsePeriod } from './period.js';
import { nextRing, parseTimerDate, type Ring } from './timer.js';

/** How the time of a timer event is written (BPMN 2.0.2 §10.5.5, timeDate, timeDuration, timeCycle). */
export interface WrittenTime {
  readonly kind: 'date' | 'duration' | 'cycle';
  /** Where a ring of a cycle goes that falls on a day off; absent: it stays. */
  readonly rounding?: 'forward' | 'backward';
  /** What becomes of missed rings of a cycle; absent: `one`. */
  readonly misfire?: Misfire;
}

/** The first ring of a timer, and the cycle that later ones are counted from where it is one. */
export interface FirstRing extends Ring {
  readonly cycle?: TimerCycle;
}

/** When a timer rings that is set at `setAt`; undefined where the text is no time of its kind, or the cycle has no ring left. */
export function firstRing(written: WrittenTime, text: string, setAt: Instant): FirstRing | undefined {
  switch (written.kind) {
    case 'date': {
      const dueAt = parseTimerDate(text);
      return dueAt === undefined ? undefined : { dueAt };
    }
    case 'duration':
      return parsePeriod(text) === undefined ? undefined : { dueAt: addDuration(setAt, text) };
    case 'cycle': {
      const { rounding, misfire } = written;
      const cycle = {
        text,
        setAt,
        ...(rounding === undefined ? {} : { rounding }),
        ...(misfire === undefined ? {} : { misfire }),
      };
      const ring = nextRing(text, { ...cycle, after: setAt });
      return ring && { ...ring, cycle };
    }
  }
}
