import { idOf } from '../../shared/id.js';
import { RefusalError } from '../refusal.js';
import { instanceIdOf } from './case-book.js';
import type { Host } from './host.js';
import { settle, type TimeLimit } from './settle.js';
import { occurAtStart } from './start-instance.js';

/** A timer that has fired. */
export interface FiredTimer {
  readonly id: string;
  readonly element: string;
  readonly instance: string | null;
  readonly dueAt: string;
}

/** Moves the clock to `until` and fires every timer that is due on the way, each at its own time. */
export function ringUntil(host: Host, until: string, limit: TimeLimit): readonly FiredTimer[] {
  const fired: FiredTimer[] = [];
  const asleep: { readonly id: string; readonly dueAt: string }[] = [];
  for (let next = host.timers.first(); next !== undefined && next.dueAt <= until; next = host.timers.first()) {
    if (limit.isOver()) {
      throw new RefusalError(
        'TOO_LONG',
        `Expected the clock to come to ${until}, but it stands at ${host.at} after ${fired.length} timers had fired`,
      );
    }
    host.timers.removeFirst();
    const { id, dueAt } = next;
    if (isSuspended(host, id)) asleep.push({ id, dueAt });
    else {
      const rung = ringAt(host, { id, dueAt, at: dueAt > host.at ? dueAt : host.at }, limit);
      if (rung !== undefined) fired.push(rung);
    }
  }
  for (const { id, dueAt } of asleep) host.timers.add(id, dueAt);
  if (until > host.at) host.at = until;
  return fired;
}

/** Fires one timer as if its time had come; the clock stands still. */
export function ringNow(host: Host, id: string, limit: TimeLimit): readonly FiredTimer[] {
  const dueAt = host.cases.find(instanceIdOf(id))?.timers.get(idOf(id))?.dueAt ?? host.starts.timer(id)?.dueAt;
  const rung = dueAt === undefined ? undefined : ringAt(host, { id, dueAt, at: host.at }, limit);
  return rung === undefined ? [] : [rung];
}

const isSuspended = (host: Host, timerId: string): boolean =>
  host.cases.find(instanceIdOf(timerId))?.suspended === true;

interface Alarm {
  readonly id: string;
  readonly dueAt: string;
  readonly at: string;
}

function ringAt(host: Host, alarm: Alarm, limit: TimeLimit): FiredTimer | undefined {
  const instance = host.cases.find(instanceIdOf(alarm.id));
  const timer = instance?.timers.get(idOf(alarm.id));
  if (instance === undefined || timer === undefined) return ringStart(host, alarm, limit);
  // Where a timer was set anew for another time, this is the alarm of its old time.
  if (timer.dueAt !== alarm.dueAt) return undefined;

  host.at = alarm.at;
  const rejection = host.tryGive(instance.id, { type: 'TriggerTimer', timerId: timer.id, early: true });
  settle(host, limit);
  if (rejection !== undefined) return undefined;
  return { id: timer.id, element: timer.node, instance: instance.id, dueAt: timer.dueAt };
}

function ringStart(host: Host, alarm: Alarm, limit: TimeLimit): FiredTimer | undefined {
  const timer = host.starts.timer(alarm.id);
  if (timer === undefined) return undefined;

  host.at = alarm.at;
  const next = host.starts.ring(timer, host.at);
  if (next !== undefined) host.timers.add(next.id, next.dueAt);
  occurAtStart(host, timer, { variables: {} });
  settle(host, limit);
  return { id: timer.id, element: timer.start.element, instance: null, dueAt: timer.dueAt };
}
