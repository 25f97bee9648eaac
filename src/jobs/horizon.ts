import type { TenantId } from '../runtime/ports.js';
import type { TimerHorizon } from '../runtime/timer-horizon.js';
import type { WakeQueue } from './wake-queue.js';

/** Gives the queue a hint of every timer that has come within reach since the last time; one for each, by its id. */
export const createHorizon =
  (queue: Pick<WakeQueue, 'addAll'>, timers: TimerHorizon) =>
  async (tenant: TenantId): Promise<void> => {
    for (;;) {
      const coming = await timers.entering(tenant);
      if (coming.length === 0) return;

      await queue.addAll(
        coming.map(({ waitMs: delayMs, ...timer }) => ({ wake: { kind: 'timer', tenant, ...timer }, delayMs })),
      );
    }
  };
