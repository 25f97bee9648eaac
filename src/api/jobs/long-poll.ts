import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait, and who may stop waiting. */
export interface LongPoll {
  readonly waitMs: number;
  /** The one who asked has gone: nothing may be taken for them any more. */
  readonly gone: AbortSignal;
}

// Often enough for a worker, seldom enough for the database: one small question each.
const betweenQuestionsMs = 500;

/** Asks until there is something, or the time is over, or nobody listens any more. */
export async function longPoll<Found>(
  ask: () => Promise<readonly Found[]>,
  { waitMs, gone }: LongPoll,
): Promise<readonly Found[]> {
  const until = performance.now() + waitMs;
  for (;;) {
    const found = gone.aborted ? [] : await ask();
    const left = until - performance.now();
    if (found.length > 0 || left <= 0 || gone.aborted) return found;
    await pause(Math.min(left, betweenQuestionsMs), undefined, { signal: gone }).catch(() => undefined);
  }
}
