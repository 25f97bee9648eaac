import type pg from 'pg';
import type { DeadlineRegister } from '../engine/index.js';
import { decideWithDefinition } from '../runtime/decide-with-definition.js';
import { PostgresAllowanceBook } from './access/postgres-allowance-book.js';
import { PostgresReadLog } from './access/postgres-read-log.js';
import { PostgresApplicationRegister } from './cases/postgres-application-register.js';
import { PostgresCareerReader } from './career/postgres-career-reader.js';
import { PostgresCaseDecisionRegister } from './cases/postgres-case-decision-register.js';
import { PostgresCheckpointBook } from './cases/postgres-checkpoint-book.js';
import { PostgresHearingBook } from './cases/postgres-hearing-book.js';
import { PostgresNeedsPictureBook } from './cases/postgres-needs-picture-book.js';
import { PostgresJournalReader } from './cases/postgres-journal-reader.js';
import { PostgresLetterBook } from './cases/postgres-letter-book.js';
import { PostgresLongWaitBook } from './cases/postgres-long-wait-book.js';
import { PostgresIncomingDocuments } from './cases/postgres-incoming-documents.js';
import { PostgresOutgoingPost } from './cases/postgres-outgoing-post.js';
import { PostgresPostedLetters } from './cases/postgres-posted-letters.js';
import { PostgresUnopenedLetters } from './cases/postgres-unopened-letters.js';
import { PostgresUnpostedLetters } from './cases/postgres-unposted-letters.js';
import { PostgresDecisionBook } from './definitions/postgres-decision-book.js';
import { PostgresWaitingList } from './cases/postgres-waiting-list.js';
import { PostgresHomeReader } from './homes/postgres-home-reader.js';
import { PostgresReservationBook } from './homes/postgres-reservation-book.js';
import { PostgresRentBook } from './homes/postgres-rent-book.js';
import { PostgresRegisterDesk } from './homes/postgres-register-desk.js';
import { PostgresDefinitionStore } from './definitions/postgres-definition-store.js';
import { PostgresStartPlan } from './definitions/postgres-start-plan.js';
import { PostgresBatchBook } from './operations/postgres-batch-book.js';
import { PostgresCaseEraser } from './operations/postgres-case-eraser.js';
import { PostgresMessageBuffer } from './messages/postgres-message-buffer.js';
import { PostgresMessageIndex } from './messages/postgres-message-index.js';
import { openNoticeBooks } from './notices/open-notice-books.js';
import { PostgresExternalJobTypes } from './jobs/postgres-external-job-types.js';
import { PostgresJobBook } from './jobs/postgres-job-book.js';
import { PostgresOutbox } from './outbox/postgres-outbox.js';
import { PostgresActorRegister } from './people/postgres-actor-register.js';
import { PostgresApiKeyBook } from './people/postgres-api-key-book.js';
import { PostgresHousingPlanBook } from './people/postgres-housing-plan-book.js';
import { PostgresHouseholdRegister } from './people/postgres-household-register.js';
import { PostgresTieReader } from './people/postgres-tie-reader.js';
import { PostgresPersonFiles } from './people/postgres-person-files.js';
import { PostgresPersonRegister } from './people/postgres-person-register.js';
import { PostgresSessionBook } from './people/postgres-session-book.js';
import { PostgresTenantRegister } from './people/postgres-tenant-register.js';
import { createPool } from './pool.js';
import { PostgresChangeFeed } from './postgres-change-feed.js';
import { PostgresClock } from './postgres-clock.js';
import type { ClockMode } from './postgres-clock.js';
import { PostgresMailbox } from './postgres-mailbox.js';
import { PostgresReceiptBook } from './postgres-receipt-book.js';
import { createPrismaReads } from './prisma-for.js';
import { PostgresProcessInstanceStore } from './process-instances/postgres-process-instance-store.js';
import { createQueries } from './queries/create-queries.js';
import { PostgresCalledCases } from './queries/postgres-called-cases.js';
import { PostgresNeedReader } from './queries/postgres-need-reader.js';
import { PostgresCanaryBook } from './watch/postgres-canary-book.js';
import { PostgresIncidentBook } from './watch/postgres-incident-book.js';
import { PostgresLookout } from './watch/postgres-lookout.js';
import { PostgresServerClock } from './watch/postgres-server-clock.js';
import { PostgresTimerHorizon } from './watch/postgres-timer-horizon.js';

/** What the store must be told. */
export interface StoreOptions {
  readonly url: string;
  readonly clock: ClockMode;
  readonly deadlineRegister: DeadlineRegister;
  /** Job types that are worked on over HTTP in every municipality. */
  readonly externalJobTypes?: readonly string[];
}

/** Every port that the store implements, on one migrated database. */
export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens the store. Commands, reads and background work have connections of their own, so that none of them can starve the
 * others or wait for itself.
 */
export async function openStore({ url, clock, deadlineRegister, externalJobTypes = [] }: StoreOptions) {
  const { commands, reads, lookups, work } = openPools(url);
  const definitions = new PostgresDefinitionStore(reads);
  const changes = new PostgresChangeFeed(reads);
  await changes.start();
  const prismaReads = createPrismaReads(reads);

  return {
    store: new PostgresProcessInstanceStore(commands, decideWithDefinition(definitions, deadlineRegister)),
    definitions,
    changes,
    reads: prismaReads,
    queries: createQueries(prismaReads, lookups),
    clock: new PostgresClock(reads, clock),
    jobBook: new PostgresJobBook(work),
    externalJobTypes: new PostgresExternalJobTypes(work, externalJobTypes),
    receipts: new PostgresReceiptBook(reads),
    messages: new PostgresMessageIndex(reads),
    messageBuffer: new PostgresMessageBuffer(reads),
    people: new PostgresActorRegister(reads),
    ...openRegisters({ reads, commands }),
    sessions: new PostgresSessionBook(reads, lookups),
    apiKeys: new PostgresApiKeyBook(reads, lookups),
    tenants: new PostgresTenantRegister(reads),
    eraser: new PostgresCaseEraser(reads),
    readLog: new PostgresReadLog(reads),
    allowances: new PostgresAllowanceBook(reads),
    mailbox: new PostgresMailbox(reads),
    outbox: new PostgresOutbox(work),
    ...openWatch(work),
    batches: new PostgresBatchBook(work),
    ...openNoticeBooks({ work, reads }),
    ...openCaseBooks(work),
    close: async (): Promise<void> => {
      changes.stop();
      await Promise.all([commands.end(), reads.end(), lookups.end(), work.end()]);
    },
  };
}

const openRegisters = ({ reads, commands }: { readonly reads: pg.Pool; readonly commands: pg.Pool }) => ({
  persons: new PostgresPersonRegister(reads),
  personFiles: new PostgresPersonFiles(reads),
  households: new PostgresHouseholdRegister(reads),
  housingPlans: new PostgresHousingPlanBook(reads),
  ties: new PostgresTieReader(reads),
  caseDecisions: new PostgresCaseDecisionRegister(reads),
  applications: new PostgresApplicationRegister(reads),
  journal: new PostgresJournalReader(reads),
  incomingDocuments: new PostgresIncomingDocuments(reads),
  outgoingPost: new PostgresOutgoingPost(reads),
  hearings: new PostgresHearingBook(reads),
  career: new PostgresCareerReader(reads),
  homes: {
    reader: new PostgresHomeReader(reads),
    // It locks, reads and writes in one transaction, several statements in one breath.
    desk: new PostgresRegisterDesk(commands),
    rents: new PostgresRentBook(reads),
    reservations: new PostgresReservationBook(reads),
  },
});

const openCaseBooks = (work: pg.Pool) => ({
  letters: new PostgresLetterBook(work),
  postedLetters: new PostgresPostedLetters(work),
  checkpoints: new PostgresCheckpointBook(work),
  waitingList: new PostgresWaitingList(work),
  unpostedLetters: new PostgresUnpostedLetters(work),
  unopenedLetters: new PostgresUnopenedLetters(work),
  longWaits: new PostgresLongWaitBook(work),
  startPlan: new PostgresStartPlan(work),
  calledCases: new PostgresCalledCases(work),
  decisionBook: new PostgresDecisionBook(work),
  needs: new PostgresNeedReader(work),
  needsPictures: new PostgresNeedsPictureBook(work),
});

const openWatch = (work: pg.Pool) => ({
  canaries: new PostgresCanaryBook(work),
  incidents: new PostgresIncidentBook(work),
  lookout: new PostgresLookout(work),
  serverClock: new PostgresServerClock(work),
  horizon: new PostgresTimerHorizon(work),
});

const openPools = (url: string) => ({
  commands: createPool(url, { max: 4, pipeline: true }),
  reads: createPool(url, { max: 7 }),
  lookups: createPool(url, { max: 3, pipeline: true }),
  work: createPool(url, { max: 6 }),
});
