import type { ProcessEvent } from '../../engine/index.js';
import type { JournalRow } from '../../runtime/read-ports.js';
import type { Instant } from '../../shared/time.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Less than this is how long work may wait for its turn, and nothing to tell anybody. */
const atOnce = 10 * minute;

/**
 * By how much the timers of a case rang too late, by the number of the event: as after a server was down. What rang within ten minutes
 * is not in it, and what somebody let ring by hand neither.
 */
export function lateRings(rows: readonly JournalRow[]): ReadonlyMap<number, string> {
  const dueAt = new Map<string, Instant>();
  const late = new Map<number, string>();
  for (const { seq, event } of rows) {
    const set = dueOf(event);
    if (set !== undefined) dueAt.set(set.timerId, set.dueAt);
    const due = event.type === 'TimerFired' ? dueAt.get(event.timerId) : undefined;
    const wait = due === undefined ? 0 : Date.parse(event.at) - Date.parse(due);
    if (wait >= atOnce) late.set(seq, lengthText(wait));
  }
  return late;
}

function dueOf(event: ProcessEvent): { readonly timerId: string; readonly dueAt: Instant } | undefined {
  if (event.type === 'TimerScheduled') return { timerId: event.timer.id, dueAt: event.timer.dueAt };
  return 'timerId' in event && 'dueAt' in event && typeof event.dueAt === 'string'
    ? { timerId: event.timerId, dueAt: event.dueAt }
    : undefined;
}

// The two greatest units: nobody needs the minutes of three days.
function lengthText(wait: number): string {
  const parts: readonly (readonly [number, string, string])[] = [
    [Math.floor(wait / day), 'døgn', 'døgn'],
    [Math.floor((wait % day) / hour), 'time', 'timer'],
    [Math.floor((wait % hour) / minute), 'minutt', 'minutter'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return said.slice(0, 2).join(' og ');
}
