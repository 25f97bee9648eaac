import type pg from 'pg';
import type {
  BatchBook,
  BatchItemRow,
  BatchRow,
  ClaimedItem,
  ItemFilter,
  ItemResult,
  NewBatch,
} from '../../runtime/operations/batch-ports.js';
import { mostItems } from '../../runtime/operations/batch-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { withTenant } from '../with-tenant.js';
import * as statements from './batch-statements.js';

/** Real seconds that a claim lasts, and that an item rests after a failure. */
export interface BatchTimes {
  readonly leaseSeconds: number;
  readonly restSeconds: number;
}

const usualTimes: BatchTimes = { leaseSeconds: 45, restSeconds: 10 };

/** Batches in PostgreSQL. */
export class PostgresBatchBook implements BatchBook {
  constructor(
    private readonly pool: pg.Pool,
    private readonly times: BatchTimes = usualTimes,
  ) {}

  async create(tenant: TenantId, batch: NewBatch): Promise<BatchRow | undefined> {
    const id = await withTenant(this.pool, tenant, (transaction) => create(transaction, tenant, batch));
    return id === undefined ? undefined : this.find(tenant, id);
  }

  async find(tenant: TenantId, id: string): Promise<BatchRow | undefined> {
    return (await this.select(tenant, id))[0];
  }

  list(tenant: TenantId): Promise<readonly BatchRow[]> {
    return this.select(tenant, null);
  }

  async items(tenant: TenantId, id: string, { state, after }: ItemFilter): Promise<readonly BatchItemRow[]> {
    const rows = await queryInTenant<StoredItem>(this.pool, tenant, {
      text: statements.selectItems,
      values: [tenant, id, after, state ?? null],
    });
    return rows.map(present);
  }

  async move(tenant: TenantId, id: string, to: 'running' | 'paused' | 'cancelled'): Promise<boolean> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rowCount } = await transaction.query(statements.moveBatch, [tenant, id, to]);
      if (rowCount !== 1) return false;
      if (to === 'cancelled') await transaction.query(statements.skipItems, [tenant, id]);
      return true;
    });
  }

  async claim(tenant: TenantId, limit: number): Promise<readonly ClaimedItem[]> {
    const { rows } = await withTenant(this.pool, tenant, (transaction) =>
      transaction.query<StoredClaim>(statements.claimItems, [tenant, limit, this.times.leaseSeconds]),
    );
    return rows.map((row) => ({ tenant, ...present(row) }));
  }

  async settle(items: readonly (readonly [ClaimedItem, ItemResult])[]): Promise<void> {
    const [first] = items;
    if (first === undefined) return;
    const [{ tenant, batch }] = first;
    const results = items.map(([{ seq }, result]) => ({ seq, ...result }));
    await withTenant(this.pool, tenant, async (transaction) => {
      // One at a time for each batch: of two that settle the last items, the second must see what the first wrote.
      await transaction.query(statements.lockBatch, [tenant, batch]);
      const rest = this.times.restSeconds;
      await transaction.query(statements.settleItems, [tenant, batch, JSON.stringify(results), rest]);
      await transaction.query(statements.completeBatch, [tenant, batch]);
    });
  }

  /**
   * Gives back everything that is claimed. Only for a process that knows it is alone, as it starts: what a killed one had
   * claimed then need not wait for the end of its lease.
   */
  async forgetClaims(tenant: TenantId): Promise<void> {
    await queryInTenant(this.pool, tenant, { text: statements.forgetClaims, values: [tenant] });
  }

  private async select(tenant: TenantId, id: string | null): Promise<readonly BatchRow[]> {
    const rows = await queryInTenant<StoredBatch>(this.pool, tenant, {
      text: statements.selectBatches,
      values: [tenant, id],
    });
    return rows.map(present);
  }
}

type Nullable<Row> = { readonly [Name in keyof Row]: undefined extends Row[Name] ? Row[Name] | null : Row[Name] };
type StoredBatch = Nullable<BatchRow>;
type StoredItem = Nullable<BatchItemRow>;
type StoredClaim = Nullable<Omit<ClaimedItem, 'tenant'>>;
type Present<Row> = { readonly [Name in keyof Row]: Exclude<Row[Name], null> };

// What is not there is absent, not null; what a variable holds is left alone.
function present<Row extends object>(row: Row): Present<Row> {
  const there = Object.entries(row).filter(([, value]) => value !== null);
  const kept: Present<Row> = JSON.parse(JSON.stringify(Object.fromEntries(there)));
  return kept;
}

async function create(transaction: Transaction, tenant: TenantId, batch: NewBatch): Promise<string | undefined> {
  const { id, operation, selection, actor, request, isPaused } = batch;
  const isRetry = operation.kind === 'retry-incidents';
  const wanted = [tenant, JSON.stringify(selection)];
  const select = isRetry ? statements.selectIncidents : statements.selectCases;
  const { rows } = await transaction.query<{ count: number }>(
    `select count(*)::int as count from (${select} limit ${mostItems + 1}) as wanted`,
    wanted,
  );
  if ((rows[0]?.count ?? 0) > mostItems) return undefined;

  const values = [tenant, id, JSON.stringify(operation), JSON.stringify(selection), isPaused ? 'paused' : 'running'];
  const written = await transaction.query(statements.insertBatch, [...values, actor.id, actor.groups, request]);
  if (written.rowCount === 0) {
    const first = await transaction.query<{ id: string }>(statements.findByRequest, [tenant, actor.id, request]);
    return first.rows[0]?.id;
  }
  await transaction.query(statements.insertItems(select, mostItems), [...wanted, id]);
  await transaction.query(statements.completeBatch, [tenant, id]);
  return id;
}
