import { addDuration, evaluate, nextRing, parseTimerDate } from '../../engine/index.js';
import type { TimerSchedule } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';

/** When a schedule was set, and after which instant the next occurrence is wanted. */
export interface StartWindow {
  readonly setAt: Instant;
  readonly after: Instant;
}

/** The next time at which a timer start event occurs, or undefined when it never does again. */
export function nextStart(schedule: TimerSchedule, { setAt, after }: StartWindow): Instant | undefined {
  if (schedule.kind === 'deadline') return undefined;

  const evaluation = evaluate(schedule.expression, {}, { at: setAt });
  const text = evaluation.ok ? evaluation.value : undefined;
  if (typeof text !== 'string') return undefined;
  switch (schedule.kind) {
    case 'cycle': {
      const rounding = schedule.rounding === undefined ? {} : { rounding: schedule.rounding };
      return nextRing(text, { setAt, after, ...rounding })?.dueAt;
    }
    case 'date':
      return onlyAfter(parseTimerDate(text), after);
    case 'duration':
      return onlyAfter(addDuration(setAt, text), after);
  }
}

const onlyAfter = (dueAt: Instant | undefined, after: Instant): Instant | undefined =>
  dueAt !== undefined && dueAt > after ? dueAt : undefined;
