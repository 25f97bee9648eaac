import type { CommandHandler } from '../runtime/command-handler.js';
import type { DueWork } from '../runtime/due-work.js';
import type { Outbox } from '../runtime/ports.js';
import { unreachable } from '../shared/unreachable.js';
import { createEffectWorker } from './effect-worker.js';
import { Sweeper } from './sweeper.js';
import type { AlarmCount } from './timer-worker.js';
import { TimerWorker } from './timer-worker.js';
import type { WakeQueue } from './wake-queue.js';

/** What the workers work with. */
export interface WorkerParts {
  readonly queue: WakeQueue;
  readonly handler: CommandHandler;
  readonly dueWork: DueWork;
  readonly outbox: Pick<Outbox, 'tenants'>;
  readonly onFailure: (failure: unknown) => void;
  /** How often the sweeper comes by; every 30 seconds unless said otherwise. */
  readonly sweepEveryMs?: number;
}

/** Workers that are at work. */
export interface Workers {
  alarms(): AlarmCount;
  /** Begins nothing more, however much waits; finishes what has begun, and hears no more hints. */
  stop(): Promise<void>;
}

/** Starts hearing hints and sweeping; answers when everything that was due while we were away is done. */
export async function startWorkers(parts: WorkerParts): Promise<Workers> {
  const { queue, handler, dueWork, outbox, onFailure, sweepEveryMs: everyMs = 30_000 } = parts;
  const timers = new TimerWorker(handler);
  const carryOut = createEffectWorker(dueWork);
  const sweeper = new Sweeper(outbox, dueWork, { everyMs, onFailure });
  await sweeper.start();
  await queue.work((wake) => {
    switch (wake.kind) {
      case 'effects':
        return carryOut(wake);
      case 'timer':
        return timers.ring(wake);
      default:
        return unreachable(wake);
    }
  });
  return {
    alarms: () => timers.count(),
    stop: async () => {
      // Said first: hints and sweeps that are under way would else do all that waits before they end.
      const isAtRest = dueWork.stop();
      await queue.close();
      await sweeper.stop();
      await isAtRest;
    },
  };
}
