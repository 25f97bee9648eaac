import type { Effect } from '../../engine/index.js';
import { addDuration } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';

/** How often a job is tried where the diagram does not say; after the last failure it becomes an incident. */
export const mostAttempts = 5;

/** How often a job is tried of which the diagram says `retries`: an attempt is made in any case. */
export const mostAttemptsAt = (retries = mostAttempts): number => Math.max(retries, 1);

const longestRest = 300;

/**
 * Seconds until the attempt after attempt number `attempt`: 1, 4, 16, 64, 256, then 300, and up to half as much again, so that what
 * failed together does not come back together. The same `name` and attempt rest equally long.
 */
export function restSeconds(name: string, attempt: number): number {
  const rest = Math.min(4 ** (attempt - 1), longestRest);
  return rest * (1 + scatter(`${name}/${attempt}`) / 2);
}

/** From 0 to 1, evenly; FNV-1a. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/** When a failed effect is tried again: as the diagram of a job says, else after `usual` seconds. */
export const restOf = (effect: Effect, usual: number): number =>
  effect.type === 'CreateJob' && effect.retryAfter !== undefined ? secondsIn(effect.retryAfter) : usual;

const epoch: Instant = '1970-01-01T00:00:00.000Z';

/** Seconds of an ISO 8601 duration; days and longer as the calendar had them in 1970. */
export const secondsIn = (duration: string): number => Date.parse(addDuration(epoch, duration)) / 1000;
