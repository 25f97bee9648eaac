import type { CommandHandler } from '../runtime/command-handler.js';
import type { DueWork } from '../runtime/due-work.js';
import type { TenantId } from '../runtime/ports.js';
import type { Outbox } from '../runtime/outbox-ports.js';
import type { JobDesk } from '../runtime/jobs/job-desk.js';
import type { CanaryBook, ClockCheck } from '../runtime/watch-ports.js';
import type { ReceiptBook } from '../runtime/receipt-ports.js';
import type { TimerHorizon } from '../runtime/timer-horizon.js';
import type { Watch } from '../runtime/watch.js';
import { unreachable } from '../shared/unreachable.js';
import { createCanary, type RingCanary } from './canary.js';
import { createEffectWorker } from './effect-worker.js';
import { createHorizon } from './horizon.js';
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
  readonly watch: Pick<Watch, 'look'>;
  /** Looks each minute for jobs whose workers all fell silent. */
  readonly jobDesk: Pick<JobDesk, 'giveUpOnSilent'>;
  readonly canaries: Pick<CanaryBook, 'ring'>;
  readonly clockCheck: ClockCheck;
  readonly horizon: TimerHorizon;
  readonly receipts: Pick<ReceiptBook, 'forgetOld'>;
  readonly onFailure: (failure: unknown) => void;
  /** How often the sweeper comes by; every 30 seconds unless said otherwise. */
  readonly sweepEveryMs?: number;
  /** How often the watch looks for what is forgotten; every minute unless said otherwise. */
  readonly lookEveryMs?: number;
}

/** Workers that are at work. */
export interface Workers {
  alarms(): AlarmCount;
  /** Begins nothing more, however much waits; finishes what has begun, and hears no more hints. */
  stop(): Promise<void>;
}

/** Starts hearing hints and sweeping; answers when everything that was due while we were away is done. */
export async function startWorkers(parts: WorkerParts): Promise<Workers> {
  const { queue, handler, dueWork, outbox, clockCheck, onFailure } = parts;
  const timers = new TimerWorker(handler);
  const carryOut = createEffectWorker(dueWork);
  const ringCanary = createCanary(queue, parts.canaries);
  const { sweepEveryMs = 30_000, lookEveryMs = 60_000 } = parts;
  const sweeper = new Sweeper(outbox, (tenant) => sweep(parts, tenant), { everyMs: sweepEveryMs, onFailure });
  const look = lookAround(parts, ringCanary);
  const lookout = new Sweeper(outbox, look, { everyMs: lookEveryMs, onFailure });
  // Side by side: the canary must not wait until everything is done that fell due while nobody was at work.
  await Promise.all([sweeper.start(), lookout.start()]);
  await queue.work(async (wake) => {
    // The sweeper of a machine whose clock is right comes by.
    if (!(await clockCheck.isTrusted())) return;
    switch (wake.kind) {
      case 'effects':
        return carryOut(wake);
      case 'timer':
        return timers.ring(wake);
      case 'canary':
        return ringCanary(wake.tenant, 'hint');
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
      await Promise.all([sweeper.stop(), lookout.stop()]);
      await isAtRest;
    },
  };
}

/** What is to be done once a minute in a municipality, beside sweeping. */
function lookAround({ queue, watch, jobDesk, horizon, receipts, clockCheck }: WorkerParts, ringCanary: RingCanary) {
  const tellOfComing = createHorizon(queue, horizon);
  return async (tenant: TenantId): Promise<void> => {
    if (!(await clockCheck.isTrusted())) return;
    await ringCanary(tenant, 'sweep');
    await jobDesk.giveUpOnSilent(tenant);
    await watch.look(tenant);
    await tellOfComing(tenant);
    await receipts.forgetOld(tenant);
  };
}

async function sweep({ clockCheck, dueWork, onFailure }: WorkerParts, tenant: TenantId): Promise<void> {
  if (await clockCheck.isTrusted()) return dueWork.drain(tenant);

  const off = Math.round(await clockCheck.secondsOff());
  onFailure(
    new Error(`Expected this machine's clock to be the database's, but it is ${off} s off: nothing is dispatched`),
  );
}
