import { join } from 'node:path';
import { readCaseFiles, type CaseFiles } from '../../cases/case-files.js';
import { createCaseWork } from '../../cases/case-work.js';
import type { MailSender } from '../../cases/mail-sender.js';
import { createAlarmClock } from '../../jobs/alarm-clock.js';
import { createClockCheck } from '../../jobs/clock-check.js';
import { guardedChoices } from '../../cases/local-choices/guarded-choices.js';
import { guardedKey } from '../../cases/waiting-list/priority/guarded-key.js';
import { FileDeployment } from '../../runtime/deploy-files.js';
import type { TenantId } from '../../runtime/ports.js';
import { beSystemOutsideRequests } from '../../runtime/reading-as.js';
import { createRuntime, type Runtime } from '../../runtime/runtime.js';
import { idOf } from '../../shared/id.js';
import { openStore, type Store } from '../../store/open-store.js';
import { jobWorkerServices } from '../job-workers/job-worker-services.js';
import { openJobWorkers } from '../job-workers/open-job-workers.js';
import { fileChannels } from '../channels/file-channel.js';
import { startLocalMailbox } from '../mail/local-mailbox.js';
import { createSmtpMailSender } from '../mail/smtp-mail-sender.js';
import type { ProcessContext } from '../process/run-process.js';
import { caseWorkPartsOf } from './case-work-parts-of.js';
import { openQueue } from './open-queue.js';
import { operationsOf } from './operations-of.js';
import { projectRoot } from './project-root.js';

/** Everything that decides, keeps and tells, put together on one database; nothing in it listens to the outside yet. */
export type Core = Awaited<ReturnType<typeof openCore>>;

/** Where the core finds its database, and whether this process does the work that waits in it. */
export interface CoreOptions {
  readonly databaseUrl: string;
  readonly worksHere: boolean;
}

/** Opens the core; what it opens is closed in the order in which nothing is lost. */
export async function openCore(context: ProcessContext, { databaseUrl, worksHere }: CoreOptions) {
  beSystemOutsideRequests();
  const { configuration, log, stopOrder } = context;
  const tenant = idOf<'Tenant'>(configuration.municipality.id);
  const files = await readFiles(configuration.demo);

  const { externalJobTypes, demo } = configuration;
  const clock = demo ? 'demo' : 'real';
  const store = await openStore({ url: databaseUrl, clock, deadlineRegister: files.deadlines, externalJobTypes });
  stopOrder.add(() => store.close());
  const queue = await openQueue(context, databaseUrl);
  const mail = await openMail(context, { tenant, store });

  const { publicUrl, dataFolder } = configuration;
  const given = { files, mail, channels: fileChannels(dataFolder), publicUrl };
  const work = createCaseWork(caseWorkPartsOf(store, given));
  const clockCheck = createClockCheck(store.serverClock);
  const runtime = createRuntime({
    store: store.store,
    outbox: store.outbox,
    clock: store.clock,
    definitions: store.definitions,
    messages: store.messages,
    messageBuffer: store.messageBuffer,
    jobBook: store.jobBook,
    externalJobTypes: store.externalJobTypes,
    alarms: createAlarmClock(queue, store.clock),
    notifier: work.notifier,
    batches: operationsOf(store, files.deadlines),
    rounds: work.rounds,
    worksHere,
    mayDispatch: () => clockCheck.isTrusted(),
    onFailure: ({ subject, message }) => log.warn({ subject, reason: message }, 'Work failed and is tried again'),
  });
  await openJobWorkers(context, runtime.jobs, jobWorkerServices(work.jobs(runtime)));
  const deployment = openDeployment(store, runtime, files);
  const { deliveries, meetings } = work;
  return { deliveries, meetings, tenant, store, queue, runtime, deployment, files, worksHere, clockCheck };
}

const openDeployment = ({ definitions, decisionBook }: Store, { jobs, jobDesk }: Runtime, { deadlines }: CaseFiles) =>
  new FileDeployment(definitions, {
    deadlineRules: deadlines.map(({ id }) => id),
    jobTypes: jobs.types,
    externalJobTypes: (of) => jobDesk.types(of),
    guarded: [guardedKey(decisionBook), guardedChoices(decisionBook)],
  });

async function openMail(
  { configuration, stopOrder }: ProcessContext,
  { tenant, store }: { readonly tenant: TenantId; readonly store: Store },
): Promise<MailSender> {
  const { smtpUrl, mailFrom } = configuration;
  const local = smtpUrl === undefined ? await startLocalMailbox(tenant, store.mailbox) : undefined;
  if (local !== undefined) stopOrder.add(() => local.stop());

  const sender = createSmtpMailSender(local?.url ?? smtpUrl ?? '', mailFrom);
  stopOrder.add(() => sender.close());
  return sender;
}

async function readFiles(isDemo: boolean): Promise<CaseFiles> {
  const files = await readCaseFiles(join(projectRoot, 'workflows'));
  // Whoever tries a demo on a Sunday evening wants to see at once what is sent.
  const eager = { quiet: null, jitter: { ...files.rules.jitter, minutes: 0 } };
  return isDemo ? { ...files, rules: { ...files.rules, ...eager } } : files;
}
