import { CommandHandler } from './command-handler.js';
import type { ProcessVersions } from './definition-ports.js';
import type { DueRounds } from './due-rounds.js';
import type { FailureListener } from './due-work.js';
import { DueWork } from './due-work.js';
import { createEffectRunner } from './effect-runner.js';
import type { ExternalJobTypes, JobBook } from './jobs/job-book.js';
import { JobDesk } from './jobs/job-desk.js';
import { JobRegistry } from './jobs/job-registry.js';
import { MessageCorrelation } from './message-correlation.js';
import { MessageDelivery } from './messages/message-delivery.js';
import type { MessageBuffer } from './messages/message-ports.js';
import { BatchWork } from './operations/batch-work.js';
import type { BatchBook } from './operations/batch-ports.js';
import { Batches } from './operations/batches.js';
import { createItemRunner } from './operations/item-runner.js';
import type { ItemTools } from './operations/item-runner.js';
import type { AlarmClock, Clock, MessageIndex, Notifier, ProcessInstanceStore, TenantId } from './ports.js';
import type { Outbox } from './outbox-ports.js';
import { TimeTravel } from './time-travel.js';
import { wakeAfterCommit } from './wake-after-commit.js';

/** What the runtime is made of: ports that somebody implements, and who hears of failures. */
export interface RuntimeParts {
  readonly store: ProcessInstanceStore;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly definitions: ProcessVersions;
  readonly messages: MessageIndex;
  readonly messageBuffer: MessageBuffer;
  readonly jobBook: JobBook;
  readonly externalJobTypes: ExternalJobTypes;
  readonly alarms: AlarmClock;
  readonly notifier: Notifier;
  /** What operators start for many cases, and what that is carried out with. */
  readonly batches: { readonly book: BatchBook; readonly tools: Omit<ItemTools, 'handler'> };
  /** Whether this process may do now what waits: false while its clock is not to be trusted. Always, unless said otherwise. */
  readonly mayDispatch?: () => Promise<boolean>;
  /** What falls due in rows of its own. */
  readonly rounds?: readonly DueRounds[];
  /** True in a process that carries out effects itself: then it does so at once, without the way round the queue. */
  readonly worksHere: boolean;
  readonly onFailure?: FailureListener;
}

/** The use cases, put together. */
export interface Runtime {
  readonly handler: CommandHandler;
  readonly dueWork: DueWork;
  readonly messages: MessageCorrelation;
  readonly timeTravel: TimeTravel;
  readonly batches: Batches;
  /** Who does the work behind service tasks: empty until workers are added, before the first work is drained. */
  readonly jobs: JobRegistry;
  /** Hands jobs to workers outside. */
  readonly jobDesk: JobDesk;
}

/** Puts the runtime together; starts nothing. */
export function createRuntime(parts: RuntimeParts): Runtime {
  const { store, outbox, clock, alarms, notifier } = parts;
  const onFailure = parts.onFailure ?? (() => undefined);
  const { mayDispatch = async () => true } = parts;
  const wake = async (tenant: TenantId): Promise<void> => {
    // What is left here is done by whoever's clock is right.
    const isHere = parts.worksHere && (await mayDispatch());
    await (isHere ? dueWork.wake(tenant) : alarms.effectsWaiting(tenant));
  };
  const handler: CommandHandler = new CommandHandler(
    store,
    wakeAfterCommit({ timerSet: (alarm) => alarms.timerSet(alarm), effectsWaiting: wake }),
  );
  const delivery = new MessageDelivery(parts.messages, parts.messageBuffer, handler);
  const messages = new MessageCorrelation({ index: parts.messages, delivery, handler, clock });
  const jobs = new JobRegistry();
  const jobDesk = new JobDesk({ ...parts, registry: jobs, handler });
  const { book, tools } = parts.batches;
  const batchWork = new BatchWork(book, createItemRunner({ ...tools, handler }), onFailure);
  const effectTools = { handler, jobs, jobDesk, notifier, alarms, messages, versions: parts.definitions };
  const dueWork: DueWork = new DueWork(
    {
      outbox,
      handler,
      runEffect: createEffectRunner(effectTools),
      messages: { delivery, buffer: parts.messageBuffer },
      carryOnBatches: (tenant) => batchWork.work(tenant),
    },
    onFailure,
    parts.rounds,
  );
  const timeTravel = new TimeTravel(clock, outbox, (tenant) => dueWork.drain(tenant));
  const batches = new Batches(book, wake);
  return { handler, dueWork, messages, timeTravel, batches, jobs, jobDesk };
}
