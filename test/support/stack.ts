import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoApplicants, demoPersonas } from '../../src/app/demo/personas.js';
import type { CaseFiles } from '../../src/cases/case-files.js';
import { readCaseFiles } from '../../src/cases/case-files.js';
import { caseWorkPartsOf } from '../../src/app/composition/case-work-parts-of.js';
import { readWorkflowFiles } from '../../src/app/composition/workflow-files.js';
import { operationsOf } from '../../src/app/composition/operations-of.js';
import { createCaseWork, type CaseWork } from '../../src/cases/case-work.js';
import type { DeliveryRules } from '../../src/cases/notifications/delivery-rules.js';
import type { MessageChannels } from '../../src/cases/delivery/message-channel.js';
import type { MailSender } from '../../src/cases/mail-sender.js';
import { createAlarmClock } from '../../src/jobs/alarm-clock.js';
import { openWakeQueue } from '../../src/jobs/wake-queue.js';
import type { Workers } from '../../src/jobs/workers.js';
import { createClockCheck } from '../../src/jobs/clock-check.js';
import { startWorkers } from '../../src/jobs/workers.js';
import { FileDeployment } from '../../src/runtime/deploy-files.js';
import type { Runtime } from '../../src/runtime/runtime.js';
import { Watch } from '../../src/runtime/watch.js';
import { beSystemOutsideRequests } from '../../src/runtime/reading-as.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import { idOf } from '../../src/shared/id.js';
import type { Store } from '../../src/store/open-store.js';
import { openStore } from '../../src/store/open-store.js';
import { queueIn } from '../../src/store/queue-pool.js';

/** The demo municipality. */
export const trondheim = idOf<'Tenant'>('trondheim');

export const workflows = fileURLToPath(new URL('../../workflows', import.meta.url));

/** Everything below HTTP, on a migrated database, with a clock that stands still until it is moved. */
export interface Stack {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly workers: Workers;
  readonly deliveries: CaseWork['deliveries'];
  readonly meetings: CaseWork['meetings'];
  readonly notifier: CaseWork['notifier'];
  readonly queries: Store['queries'];
  readonly files: CaseFiles;
  /** What failed and will be tried again. */
  readonly failures: readonly string[];
  close(): Promise<void>;
}

/** What is other than in an installation without settings. */
export interface StackOptions {
  readonly rules?: Partial<DeliveryRules>;
  readonly channels?: Omit<MessageChannels, 'email'>;
}

/** Opens the stack; `mail` is asked for once the store is open, since the demo's mailbox is kept in it. */
export async function openStack(
  url: string,
  mailFor: (store: Store) => Promise<MailSender>,
  { rules = {}, channels = {} }: StackOptions = {},
): Promise<Stack> {
  beSystemOutsideRequests();
  const read = await readCaseFiles(workflows);
  const files = { ...read, rules: { ...read.rules, jitter: { minutes: 0, kinds: [] }, ...rules } };
  const store = await openStore({ url, clock: 'frozen', deadlineRegister: files.deadlines });
  const { queries } = store;
  const failures: string[] = [];
  const work = createCaseWork(
    caseWorkPartsOf(store, { files, mail: await mailFor(store), channels, publicUrl: 'http://localhost:3000' }),
  );
  const queue = await openWakeQueue(queueIn(url), () => undefined);
  const { outbox, clock, messages, messageBuffer, definitions } = store;
  const runtime = createRuntime({
    store: store.store,
    outbox,
    clock,
    messages,
    messageBuffer,
    jobBook: store.jobBook,
    externalJobTypes: store.externalJobTypes,
    definitions,
    alarms: createAlarmClock(queue, clock),
    notifier: work.notifier,
    rounds: work.rounds,
    batches: operationsOf(store, files.deadlines),
    worksHere: true,
    onFailure: ({ subject, message }) => void failures.push(`${subject}: ${message}`),
  });
  runtime.jobs.add(work.jobs(runtime));
  await outbox.forgetClaims(trondheim);
  await store.batches.forgetClaims(trondheim);
  await store.deliveries.forgetClaims(trondheim);
  const workers = await startWorkers({
    queue,
    ...runtime,
    outbox,
    watch: new Watch(store.lookout, runtime.handler),
    jobDesk: runtime.jobDesk,
    canaries: store.canaries,
    clockCheck: createClockCheck(store.serverClock),
    horizon: store.horizon,
    receipts: store.receipts,
    onFailure: (failure) => void failures.push(String(failure)),
  });
  const close = async (): Promise<void> => {
    await workers.stop();
    await store.close();
  };
  return {
    store,
    runtime,
    workers,
    deliveries: work.deliveries,
    meetings: work.meetings,
    notifier: work.notifier,
    queries,
    files,
    failures,
    close,
  };
}

/** Writes the municipality, its people and its processes, and stops its clock; safe to repeat, but for the clock. */
export async function furnish(stack: Stack, now: string | undefined): Promise<void> {
  const { store } = stack;
  await store.tenants.enter(trondheim, 'Trondheim kommune');
  if (now !== undefined) await store.clock.freezeAt(trondheim, now);
  for (const { id, name, email, groups } of [...demoPersonas, ...demoApplicants]) {
    await store.people.enter(trondheim, { id: idOf<'Actor'>(id), name, email, groups });
  }
  await deployWorkflows(stack);
}

/** Furnishes a database that nobody uses yet. */
export async function furnishStack(url: string, now: string): Promise<void> {
  const stack = await openStack(url, async () => ({ send: async () => undefined }));
  try {
    await furnish(stack, now);
  } finally {
    await stack.close();
  }
}

/** Deploys what lies in workflows/, or in one folder of it. */
export async function deployWorkflows({ store, files, runtime }: Stack, folder = ''): Promise<void> {
  const surroundings = { deadlineRules: files.deadlines.map(({ id }) => id), jobTypes: runtime.jobs.types };
  const deployment = new FileDeployment(store.definitions, surroundings);
  const outcome = await deployment.deploy(
    trondheim,
    { id: idOf<'Actor'>('ada'), groups: ['admin'] },
    await readWorkflowFiles(path.join(workflows, folder)),
  );
  if (!outcome.ok) throw new Error(`Expected workflows/ to be deployed, but ${JSON.stringify(outcome.diagnostics)}`);
}
