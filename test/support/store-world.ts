import type pg from 'pg';
import type { HomeReader, RegisterDesk } from '../../src/runtime/homes/home-ports.js';
import { deserializeInstance } from '../../src/engine/index.js';
import type { ProcessEvent, ProcessInstance, SerializedInstance } from '../../src/engine/index.js';
import { CommandQuestion } from '../../src/runtime/command-question.js';
import type { DefinitionStore } from '../../src/runtime/definition-ports.js';
import { decideWithDefinition } from '../../src/runtime/decide-with-definition.js';
import { MigrationPlanner } from '../../src/runtime/operations/migration-planner.js';
import type { ExternalJobTypes, JobBook } from '../../src/runtime/jobs/job-book.js';
import type { CaseEraser } from '../../src/runtime/operations/operation-ports.js';
import type { Clock, MessageIndex, ProcessInstanceStore, TenantId } from '../../src/runtime/ports.js';
import type { Outbox } from '../../src/runtime/outbox-ports.js';
import type { RuntimeParts } from '../../src/runtime/runtime.js';
import type { MessageBuffer } from '../../src/runtime/messages/message-ports.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { Instant } from '../../src/shared/time.js';
import { PostgresDefinitionStore } from '../../src/store/definitions/postgres-definition-store.js';
import { MemoryBatchBook } from '../../src/store/memory/memory-batch-book.js';
import { MemoryCaseEraser } from '../../src/store/memory/memory-case-eraser.js';
import { MemoryClock } from '../../src/store/memory/memory-clock.js';
import { MemoryDefinitionStore } from '../../src/store/memory/memory-definition-store.js';
import { MemoryExternalJobTypes, MemoryJobBook } from '../../src/store/memory/memory-job-book.js';
import { MemoryHomeReader } from '../../src/store/memory/memory-home-reader.js';
import { MemoryRegisterDesk } from '../../src/store/memory/memory-register-desk.js';
import { MemoryMessageBuffer } from '../../src/store/memory/memory-message-buffer.js';
import { MemoryMessageIndex } from '../../src/store/memory/memory-message-index.js';
import { MemoryOutbox } from '../../src/store/memory/memory-outbox.js';
import { MemoryProcessInstanceStore } from '../../src/store/memory/memory-process-instance-store.js';
import { Municipalities } from '../../src/store/memory/municipality.js';
import { PostgresHomeReader } from '../../src/store/homes/postgres-home-reader.js';
import { PostgresRegisterDesk } from '../../src/store/homes/postgres-register-desk.js';
import { PostgresMessageBuffer } from '../../src/store/messages/postgres-message-buffer.js';
import { PostgresMessageIndex } from '../../src/store/messages/postgres-message-index.js';
import { PostgresBatchBook } from '../../src/store/operations/postgres-batch-book.js';
import { beSystemOutsideRequests } from '../../src/runtime/reading-as.js';
import { PostgresCaseEraser } from '../../src/store/operations/postgres-case-eraser.js';
import { PostgresOutbox } from '../../src/store/outbox/postgres-outbox.js';
import type { OutboxTimes } from '../../src/store/outbox/postgres-outbox.js';
import { PostgresExternalJobTypes } from '../../src/store/jobs/postgres-external-job-types.js';
import { PostgresJobBook } from '../../src/store/jobs/postgres-job-book.js';
import { createPool } from '../../src/store/pool.js';
import { PostgresClock } from '../../src/store/postgres-clock.js';
import { PostgresProcessInstanceStore } from '../../src/store/process-instances/postgres-process-instance-store.js';
import { PostgresTenantRegister } from '../../src/store/people/postgres-tenant-register.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { bestilling, contractRegister, henvendelse, processesIn, ukerunde } from './contract-processes.js';
import { createTestDatabase } from './test-database.js';

/** The write side of the store, whoever implements it, with the contract's processes deployed in Trondheim and Orkland. */
export interface StoreWorld {
  readonly store: ProcessInstanceStore;
  readonly outbox: Outbox;
  /** Another worker on the same rows. */
  outboxWith(times: OutboxTimes): Outbox;
  readonly clock: Clock;
  readonly messages: MessageIndex;
  readonly messageBuffer: MessageBuffer;
  readonly jobBook: JobBook;
  readonly externalJobTypes: ExternalJobTypes;
  readonly definitions: DefinitionStore;
  readonly eraser: CaseEraser;
  readonly registerDesk: RegisterDesk;
  readonly homes: HomeReader;
  readonly batches: RuntimeParts['batches'] & {
    readonly book: { forgetClaims(tenant: TenantId): Promise<void> };
  };
  journal(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly ProcessEvent[]>;
  snapshot(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<ProcessInstance | undefined>;
  stop(): Promise<void>;
}

export const trondheim = idOf<'Tenant'>('trondheim');
export const orkland = idOf<'Tenant'>('orkland');

/** Leases that outlast every test, and no rest after a failure. */
const patient: OutboxTimes = { leaseSeconds: 600, restSeconds: () => 0 };

/** PostgreSQL, with a way to look into it. */
export interface PostgresWorld extends StoreWorld {
  readonly pool: pg.Pool;
  readonly url: string;
}

/** A Monday morning in November 2026; the clock stands still until it is moved. */
export const monday: Instant = '2026-11-23T09:00:00.000Z';

/** Memory, empty but for the contract's processes. */
export async function createMemoryWorld(): Promise<StoreWorld> {
  const municipalities = new Municipalities(monday);
  const definitions = new MemoryDefinitionStore(municipalities);
  await deployAll(definitions);
  const snapshot: StoreWorld['snapshot'] = async (tenant, id) => municipalities.of(tenant).instances.get(id);
  const [clock, eraser] = [new MemoryClock(municipalities), new MemoryCaseEraser(municipalities)];

  return {
    batches: {
      book: new MemoryBatchBook(municipalities),
      tools: toolsFor({ snapshot, clock, definitions, eraser }),
    },
    store: new MemoryProcessInstanceStore(municipalities, decideWithDefinition(definitions, contractRegister)),
    outbox: new MemoryOutbox(municipalities, patient),
    outboxWith: (times) => new MemoryOutbox(municipalities, times),
    clock,
    messages: new MemoryMessageIndex(municipalities),
    messageBuffer: new MemoryMessageBuffer(municipalities),
    jobBook: new MemoryJobBook(municipalities),
    externalJobTypes: new MemoryExternalJobTypes(municipalities),
    definitions,
    eraser,
    registerDesk: new MemoryRegisterDesk(municipalities),
    homes: new MemoryHomeReader(municipalities),
    journal: async (tenant, id) => municipalities.of(tenant).journals.get(id) ?? [],
    snapshot,
    stop: async () => undefined,
  };
}

/** PostgreSQL, a database of its own. */
export async function createPostgresWorld(): Promise<PostgresWorld> {
  beSystemOutsideRequests();
  const database = await createTestDatabase();
  const pool = createPool(database.url, { max: 6 });
  const definitionPool = createPool(database.url, { max: 2 });
  const clock = new PostgresClock(pool, 'frozen');
  const definitions = new PostgresDefinitionStore(definitionPool);
  const tenants = new PostgresTenantRegister(pool);
  for (const tenant of [trondheim, orkland]) {
    await tenants.enter(tenant, `${tenant} kommune`);
    await clock.freezeAt(tenant, monday);
  }
  await deployAll(definitions);

  const [readers, eraser] = [readersOf(pool), new PostgresCaseEraser(pool)];
  return {
    ...readers,
    batches: {
      book: new PostgresBatchBook(pool, { leaseSeconds: 600, restSeconds: 0 }),
      tools: toolsFor({ ...readers, clock, definitions, eraser }),
    },
    store: new PostgresProcessInstanceStore(pool, decideWithDefinition(definitions, contractRegister)),
    outbox: new PostgresOutbox(pool, patient),
    outboxWith: (times) => new PostgresOutbox(pool, times),
    clock,
    messages: new PostgresMessageIndex(pool),
    messageBuffer: new PostgresMessageBuffer(pool),
    jobBook: new PostgresJobBook(pool),
    externalJobTypes: new PostgresExternalJobTypes(pool, []),
    definitions,
    eraser,
    registerDesk: new PostgresRegisterDesk(pool),
    homes: new PostgresHomeReader(pool),
    pool,
    url: database.url,
    stop: async () => {
      await Promise.all([pool.end(), definitionPool.end()]);
      await database.drop();
    },
  };
}

function toolsFor({
  snapshot,
  clock,
  definitions,
  eraser,
}: Pick<StoreWorld, 'snapshot' | 'clock' | 'definitions' | 'eraser'>): RuntimeParts['batches']['tools'] {
  const cases = { snapshot };
  const question = new CommandQuestion(cases, clock, decideWithDefinition(definitions, contractRegister));
  // No process of the contract makes decisions.
  const debt = { owes: async () => false };
  return { cases, planner: new MigrationPlanner(definitions), question, eraser, debt };
}

function readersOf(pool: pg.Pool): Pick<StoreWorld, 'journal' | 'snapshot'> {
  return {
    journal: async (tenant, id) => {
      const text = 'select payload from journal_event where tenant = $1 and instance = $2 order by seq';
      const rows = await queryInTenant<{ payload: ProcessEvent }>(pool, tenant, { text, values: [tenant, id] });
      return rows.map(({ payload }) => payload);
    },
    snapshot: async (tenant, id) => {
      const text = 'select snapshot from process_instance where tenant = $1 and id = $2';
      const [row] = await queryInTenant<{ snapshot: SerializedInstance }>(pool, tenant, { text, values: [tenant, id] });
      return row && deserializeInstance(row.snapshot);
    },
  };
}

/** Takes back what the contract's processes start by the clock: what falls due next is then what a test has set. */
export async function withoutTimedStarts({ pool }: PostgresWorld): Promise<void> {
  await queryInTenant(pool, trondheim, { text: 'delete from start_timer', values: [] });
}

/** The implementations that every contract is checked against. */
export const implementations: readonly (readonly [string, () => Promise<StoreWorld>])[] = [
  ['memory', createMemoryWorld],
  ['PostgreSQL', createPostgresWorld],
];

/** Deploys the contract's processes in both municipalities. */
export async function deployAll(definitions: DefinitionStore): Promise<void> {
  const processes = (await Promise.all([henvendelse, bestilling, ukerunde].map(processesIn))).flat();
  for (const tenant of [trondheim, orkland]) {
    await definitions.deploy(tenant, { by: idOf('ada'), processes, forms: [] });
  }
}
