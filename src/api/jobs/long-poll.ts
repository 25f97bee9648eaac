import { setTimeout as timer } from 'node:timers/promises';

/** How long to wait, who may stop waiting, and who says when it is worth to ask again. */
export interface LongPoll {
  readonly waitMs: number;
  /** The one who asked has gone: nothing may be taken for them any more. */
  readonly gone: AbortSignal;
  /** Calls `changed` whenever there may be something new, until the answer is called. May miss some. */
  readonly listen: (changed: () => void) => () => void;
}

/** The time that passes while one waits. */
export interface WaitingTime {
  /** Milliseconds since any beginning. */
  now(): number;
  /** Resolves after so many milliseconds, or when the signal says so. */
  pause(milliseconds: number, until: AbortSignal): Promise<void>;
}

const realTime: WaitingTime = {
  now: () => performance.now(),
  pause: (milliseconds, signal) => timer(milliseconds, undefined, { signal }).catch(() => undefined),
};

// A crowd of changes brings one question.
const leastBetweenMs = 50;
// For what no change tells of: a lease that has run out, a pause that is over, a change that was not heard.
const mostBetweenMs = 5_000;

/** Asks at once and when something has changed, until there is something, or the time is over, or nobody listens any more. */
export async function longPoll<Found>(
  ask: () => Promise<readonly Found[]>,
  { waitMs, gone, listen }: LongPoll,
  time: WaitingTime = realTime,
): Promise<readonly Found[]> {
  const until = time.now() + waitMs;
  const left = (most: number): number => Math.max(0, Math.min(until - time.now(), most));
  let changed = new AbortController();
  const hangUp = listen(() => changed.abort());
  try {
    for (;;) {
      changed = new AbortController();
      const found = gone.aborted ? [] : await ask();
      if (found.length > 0 || gone.aborted || time.now() >= until) return found;
      await time.pause(left(leastBetweenMs), gone);
      await time.pause(left(mostBetweenMs), AbortSignal.any([gone, changed.signal]));
    }
  } finally {
    hangUp();
  }
}
