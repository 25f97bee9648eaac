import { addDuration, parsePeriod, parseTimerDate } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { RefusalError } from '../refusal.js';
import type { Operation } from './operation.js';

/** Moves the clock on by a duration; days follow the calendar in Norway. */
export const advance: Operation = (bench, request) => {
  const duration = request.text('duration');
  const period = parsePeriod(duration);
  if (period === undefined || period.sign < 0) {
    throw badTime('duration', `an ISO 8601 duration that is not negative, but got '${duration.slice(0, 60)}'`);
  }
  return ring(bench, laterBy(bench.host.at, duration));
};

/** Moves the clock on to an instant. */
export const advanceTo: Operation = (bench, request) => {
  const text = request.text('at');
  const at = parseTimerDate(text);
  if (at === undefined) throw badTime('at', `an ISO 8601 instant, but got '${text.slice(0, 60)}'`);
  if (at < bench.host.at) throw badTime('at', `an instant that has not passed, but it is ${bench.host.at} already`);
  return ring(bench, at);
};

function laterBy(at: string, duration: string): string {
  try {
    const later = addDuration(at, duration);
    if (/^\d{4}-/.test(later)) return later;
  } catch {
    // Beyond the calendar.
  }
  throw badTime('duration', `a time before the year 10000, but got '${duration.slice(0, 60)}'`);
}

const ring = (bench: Bench, until: string): JsonObject => ({
  fired: bench.ringUntil(until).map((timer) => ({ ...timer })),
  clock: bench.host.at,
});

const badTime = (field: string, expected: string): RefusalError =>
  new RefusalError('BAD_REQUEST', `Expected '${field}' to be ${expected}`, { field });
