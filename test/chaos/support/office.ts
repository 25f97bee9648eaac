import { operationsOf } from '../../../src/app/composition/operations-of.js';
import { createAlarmClock } from '../../../src/jobs/alarm-clock.js';
import { openWakeQueue, type WakeQueue } from '../../../src/jobs/wake-queue.js';
import { createClockCheck } from '../../../src/jobs/clock-check.js';
import { startWorkers, type Workers } from '../../../src/jobs/workers.js';
import { decideWithDefinition } from '../../../src/runtime/decide-with-definition.js';
import type { JobHandler } from '../../../src/runtime/jobs/job-handler.js';
import type { AlarmClock, Decide, Notifier, TimerAlarm } from '../../../src/runtime/ports.js';
import { createRuntime, type Runtime } from '../../../src/runtime/runtime.js';
import { Watch } from '../../../src/runtime/watch.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { createPool } from '../../../src/store/pool.js';
import { queueIn } from '../../../src/store/queue-pool.js';
import type { ClockMode } from '../../../src/store/postgres-clock.js';
import { PostgresProcessInstanceStore } from '../../../src/store/process-instances/postgres-process-instance-store.js';
import { contractRegister } from '../../support/contract-processes.js';
import { trondheim } from '../../support/stack.js';
import { tell } from './receiver.js';

/** A Redis for hints; all that an office is opened with can be sent to another process. */
export interface RedisHome {
  readonly kind: 'redis';
  readonly url: string;
}

/** What an office is opened with. */
export interface OfficeOptions {
  readonly url: string;
  /** The Redis where the hints are kept; in the same database when nothing is said. */
  readonly home?: RedisHome | undefined;
  /** Where the receiver of everything that is said to the outside listens. */
  readonly receiver?: number;
  readonly clock?: ClockMode;
  readonly sweepEveryMs?: number;
  /** Called when a case is decided, before anything of it is written. */
  readonly onDecided?: () => void;
  /** Called when half of a message is on its way, and when a whole one was heard. */
  readonly onSending?: (step: 'halfway' | 'heard') => void;
  readonly jobs?: readonly JobHandler[];
  /** Who is told what people should hear; the receiver when nothing is said. */
  readonly notifier?: Notifier;
  /** Connections for commands; four when nothing is said. */
  readonly commandConnections?: number;
}

/** Everything below HTTP on one database, with the programme's own jobs. */
export interface Office {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly queue: WakeQueue;
  readonly failures: readonly string[];
  /** While true, nobody is woken: only a sweep finds what waits. */
  isMute: boolean;
  /** Takes over what a killed process had claimed, as a process that is alone does, and begins to work. */
  work(options?: { readonly takeOver?: boolean }): Promise<Workers>;
  close(): Promise<void>;
}

/** Opens an office; nothing in it is at work yet. */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { url, onDecided = () => undefined } = options;
  const store = await openStore({ url, clock: options.clock ?? 'demo', deadlineRegister: contractRegister });
  const failures: string[] = [];
  const queue = await openWakeQueue(options.home ?? queueIn(url), (failure) =>
    failures.push(`queue: ${failure.message}`),
  );
  const decided = decideWithDefinition(store.definitions, contractRegister);
  const decide: Decide = async (...question) => {
    const decision = await decided(...question);
    onDecided();
    return decision;
  };
  const commands = createPool(url, { max: options.commandConnections ?? 4, pipeline: true });
  const office = { isMute: false };
  const runtime = createRuntime({
    store: new PostgresProcessInstanceStore(commands, decide),
    outbox: store.outbox,
    clock: store.clock,
    messages: store.messages,
    messageBuffer: store.messageBuffer,
    jobBook: store.jobBook,
    externalJobTypes: store.externalJobTypes,
    definitions: store.definitions,
    alarms: mutable(createAlarmClock(queue, store.clock), office),
    notifier: options.notifier ?? sayingNotifier(options),
    batches: operationsOf(store, contractRegister),
    worksHere: false,
    onFailure: ({ subject, message }) => void failures.push(`${subject}: ${message}`),
  });
  for (const job of options.jobs ?? [sayingJob(options)]) runtime.jobs.register(job);
  let workers: Workers | undefined;

  return Object.assign(office, {
    store,
    runtime,
    queue,
    failures,
    work: async ({ takeOver = false } = {}) => {
      if (takeOver) await store.outbox.forgetClaims(trondheim);
      workers = await startWorkers({
        queue,
        ...runtime,
        outbox: store.outbox,
        watch: new Watch(store.lookout, runtime.handler),
        canaries: store.canaries,
        clockCheck: createClockCheck(store.serverClock),
        horizon: store.horizon,
        receipts: store.receipts,
        jobDesk: runtime.jobDesk,
        onFailure: (failure) => void failures.push(String(failure)),
        ...(options.sweepEveryMs === undefined ? {} : { sweepEveryMs: options.sweepEveryMs }),
      });
      return workers;
    },
    close: async () => {
      if (workers === undefined) await queue.close();
      await workers?.stop();
      await Promise.all([commands.end(), store.close()]);
    },
  });
}

const mutable = (alarms: AlarmClock, office: { readonly isMute: boolean }): AlarmClock => ({
  effectsWaiting: async (tenant) => (office.isMute ? undefined : alarms.effectsWaiting(tenant)),
  timerSet: async (alarm: TimerAlarm) => (office.isMute ? undefined : alarms.timerSet(alarm)),
});

async function say({ receiver, onSending }: OfficeOptions, key: string, said: string): Promise<void> {
  if (receiver === undefined) return;
  await tell(receiver, `${key} ${said}`, () => onSending?.('halfway'));
  onSending?.('heard');
}

/** The job behind every service task of the proving process: says `case/node` to the receiver. */
const sayingJob = (options: OfficeOptions): JobHandler => ({
  type: 'si-fra',
  run: async ({ key, processInstanceId, node }) => {
    await say(options, key, `${processInstanceId}/${node}`);
    return {};
  },
});

const sayingNotifier = (options: OfficeOptions): Notifier => ({
  notify: ({ key, processInstanceId, effect }) =>
    say(options, key, `${processInstanceId}/${effect.kind}-${effect.node}`),
});
