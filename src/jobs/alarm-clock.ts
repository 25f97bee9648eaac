import type { AlarmClock, Clock, TenantId } from '../runtime/ports.js';
import { oneAtATime } from '../runtime/one-at-a-time.js';
import { horizonHours } from '../runtime/timer-horizon.js';
import type { WakeQueue } from './wake-queue.js';

// What is due later is no business of the queue's yet: it is told when that comes within reach, and stays small.
const furthestMs = horizonHours * 3_600_000;
const clockTrustedMs = 10_000;

/**
 * An alarm clock that leaves hints in the queue: at once for effects, delayed for timers due within 48 hours. However many effects
 * wait, one hint is on its way for them and one more follows.
 */
export function createAlarmClock(queue: Pick<WakeQueue, 'add'>, clock: Pick<Clock, 'now'>): AlarmClock {
  const differences = new Map<TenantId, { readonly aheadMs: number; readonly askedAt: number }>();

  // How far the municipality's clock is ahead of ours, asked once in a while: a hint may be a little wrong.
  const aheadMs = async (tenant: TenantId): Promise<number> => {
    const known = differences.get(tenant);
    if (known !== undefined && Date.now() - known.askedAt < clockTrustedMs) return known.aheadMs;

    const ahead = Date.parse(await clock.now(tenant)) - Date.now();
    differences.set(tenant, { aheadMs: ahead, askedAt: Date.now() });
    return ahead;
  };

  const hints = oneAtATime((tenant) => queue.add({ kind: 'effects', tenant }, 0));
  return {
    effectsWaiting: (tenant) => hints.run(tenant),
    timerSet: async ({ tenant, processInstanceId, timerId, dueAt }) => {
      const waitMs = Date.parse(dueAt) - Date.now() - (await aheadMs(tenant));
      if (waitMs <= furthestMs) await queue.add({ kind: 'timer', tenant, processInstanceId, timerId, dueAt }, waitMs);
    },
  };
}
