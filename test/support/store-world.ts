import type { ProcessEvent, ProcessInstance } from '../../src/engine/index.js';
import type { DefinitionStore } from '../../src/runtime/definition-ports.js';
import { decideWithDefinition } from '../../src/runtime/decide-with-definition.js';
import type { Clock, Outbox, ProcessInstanceStore, TenantId } from '../../src/runtime/ports.js';
import { deserializeInstance } from '../../src/engine/index.js';
import type { SerializedInstance } from '../../src/engine/index.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { Instant } from '../../src/shared/time.js';
import { PostgresDefinitionStore } from '../../src/store/definitions/postgres-definition-store.js';
import { PostgresOutbox } from '../../src/store/outbox/postgres-outbox.js';
import { createPool } from '../../src/store/pool.js';
import { PostgresClock } from '../../src/store/postgres-clock.js';
import { PostgresProcessInstanceStore } from '../../src/store/process-instances/postgres-process-instance-store.js';
import { PostgresTenantRegister } from '../../src/store/people/postgres-tenant-register.js';
import { withTenant } from '../../src/store/with-tenant.js';
import { bestilling, contractRegister, henvendelse, processesIn, ukerunde } from './contract-processes.js';
import { createTestDatabase } from './test-database.js';

/** The write side of the store, whoever implements it, with the contract's processes deployed in Trondheim and Orkland. */
export interface StoreWorld {
  readonly store: ProcessInstanceStore;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly definitions: DefinitionStore;
  journal(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly ProcessEvent[]>;
  snapshot(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<ProcessInstance | undefined>;
  stop(): Promise<void>;
}

export const trondheim = idOf<'Tenant'>('trondheim');
export const orkland = idOf<'Tenant'>('orkland');

/** A Monday morning in November 2026; the clock stands still until it is moved. */
export const monday: Instant = '2026-11-23T09:00:00.000Z';

/** PostgreSQL, a database of its own. */
export async function createPostgresWorld(): Promise<StoreWorld & { readonly url: string }> {
  const database = await createTestDatabase();
  const pool = createPool(database.url, { max: 6 });
  const definitionPool = createPool(database.url, { max: 2 });
  const clock = new PostgresClock(pool, 'frozen');
  const definitions = new PostgresDefinitionStore(definitionPool);
  const store = new PostgresProcessInstanceStore(pool, decideWithDefinition(definitions, contractRegister));
  const tenants = new PostgresTenantRegister(pool);
  for (const tenant of [trondheim, orkland]) {
    await tenants.enter(tenant, `${tenant} kommune`);
    await clock.freezeAt(tenant, monday);
  }
  await deployAll(definitions);

  return {
    store,
    outbox: new PostgresOutbox(pool, { leaseSeconds: 60, restSeconds: () => 0 }),
    clock,
    definitions,
    url: database.url,
    journal: async (tenant, id) => {
      const sql = 'select payload from journal where tenant = $1 and instance = $2 order by seq';
      const { rows } = await withTenant(pool, tenant, (transaction) =>
        transaction.query<{ payload: ProcessEvent }>(sql, [tenant, id]),
      );
      return rows.map(({ payload }) => payload);
    },
    snapshot: async (tenant, id) => {
      const sql = 'select snapshot from process_instance where tenant = $1 and id = $2';
      const { rows } = await withTenant(pool, tenant, (transaction) =>
        transaction.query<{ snapshot: SerializedInstance }>(sql, [tenant, id]),
      );
      return rows[0] && deserializeInstance(rows[0].snapshot);
    },
    stop: async () => {
      await Promise.all([pool.end(), definitionPool.end()]);
      await database.drop();
    },
  };
}

/** Deploys the contract's processes in both municipalities. */
export async function deployAll(definitions: DefinitionStore): Promise<void> {
  const processes = (await Promise.all([henvendelse, bestilling, ukerunde].map(processesIn))).flat();
  for (const tenant of [trondheim, orkland]) {
    await definitions.deploy(tenant, { by: idOf('ada'), processes, forms: [] });
  }
}
