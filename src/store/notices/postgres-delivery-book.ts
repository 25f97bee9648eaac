import type pg from 'pg';
import type {
  ClaimedMessage,
  DeliveryBook,
  DeliveryReport,
  Handover,
  NotificationRow,
  RecentMessages,
  Undelivered,
  WaitingMessage,
} from '../../runtime/notice-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant, type Statement, type Transaction } from '../with-tenant.js';
import * as sql from './delivery-statements.js';
import { writeNotification } from './postgres-notification-book.js';

const leaseSeconds = 45;

type Stored<Row> = Omit<Row, 'address' | 'calendar'> & {
  readonly address: string | null;
  readonly calendar?: string | null;
};

/** Messages on their way, in PostgreSQL. Leases count real seconds: a process dies in the world, not in the demo's time. */
export class PostgresDeliveryBook implements DeliveryBook {
  constructor(private readonly pool: pg.Pool) {}

  dropSettled(tenant: TenantId): Promise<number> {
    return this.change(tenant, { name: 'drop-settled', text: sql.dropSettled, values: [tenant] });
  }

  /** Takes back everything that is under way. Only for a process that knows it is alone, as it starts. */
  forgetClaims(tenant: TenantId): Promise<number> {
    return this.change(tenant, { text: sql.forgetClaims, values: [tenant] });
  }

  async waiting(tenant: TenantId, limit: number): Promise<readonly WaitingMessage[]> {
    const rows = await this.read<Stored<WaitingMessage>>(tenant, {
      ...{ name: 'notices-waiting', text: sql.waiting },
      values: [tenant, limit],
    });
    return rows.map(({ address, ...row }) => ({ ...row, ...(address === null ? {} : { address }) }));
  }

  async recent(
    tenant: TenantId,
    people: readonly Id<'Actor'>[],
    minutes: number,
  ): Promise<ReadonlyMap<Id<'Actor'>, RecentMessages>> {
    const rows = await this.read<RecentMessages & { readonly to: Id<'Actor'> }>(tenant, {
      text: sql.recent,
      values: [tenant, people, minutes],
    });
    return new Map(rows.map(({ to, ...recent }) => [to, recent]));
  }

  merge(summary: NotificationRow, keys: readonly string[]): Promise<boolean> {
    return withTenant(this.pool, summary.tenant, async (transaction) => {
      const { rowCount } = await transaction.query(sql.lockWaiting, [summary.tenant, keys]);
      if (rowCount !== keys.length) return false;

      await writeNotification(transaction, summary);
      await transaction.query(sql.becomeLines, [summary.tenant, keys, summary.key]);
      return true;
    });
  }

  hold(tenant: TenantId, keys: readonly string[], until: Instant): Promise<number> {
    return this.change(tenant, { text: sql.hold, values: [tenant, keys, until] });
  }

  async claim(tenant: TenantId, keys: readonly string[]): Promise<readonly ClaimedMessage[]> {
    const rows = await this.read<Stored<ClaimedMessage>>(tenant, {
      text: sql.claim,
      values: [tenant, keys, leaseSeconds],
    });
    return rows.map(({ address, calendar, ...row }) => ({
      ...row,
      ...(address === null ? {} : { address }),
      ...(calendar === null || calendar === undefined ? {} : { calendar }),
    }));
  }

  async settle({ tenant, key, attempt }: ClaimedMessage, handover: Handover): Promise<void> {
    if (handover.outcome === 'sent')
      await this.change(tenant, { text: sql.sent, values: [tenant, key, handover.providerId] });
    else {
      const { reason } = handover;
      const rest = handover.outcome === 'later' ? handover.restSeconds : null;
      await this.change(tenant, { text: sql.notSent, values: [tenant, key, attempt, reason.slice(0, 500), rest] });
    }
  }

  report(tenant: TenantId, report: DeliveryReport): Promise<Undelivered | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { providerId, reason, statusCode = null, cameBack } = report;
      const values = [tenant, providerId, reason.slice(0, 500), statusCode, cameBack];
      const { rows } = await transaction.query<Omit<Undelivered, 'cases'>>(sql.report, values);
      return rows[0] && { ...rows[0], cases: await casesOf(transaction, tenant, rows[0].key) };
    });
  }

  /** Cases that a message is about: its own, or those of its lines. */
  casesOf(tenant: TenantId, key: string): Promise<readonly Id<'ProcessInstance'>[]> {
    return withTenant(this.pool, tenant, (transaction) => casesOf(transaction, tenant, key));
  }

  private async change(tenant: TenantId, { values, ...said }: Statement): Promise<number> {
    const { rowCount } = await withTenant(this.pool, tenant, (transaction) =>
      transaction.query({ ...said, values: [...values] }),
    );
    return rowCount ?? 0;
  }

  private read<Row extends object>(tenant: TenantId, statement: Statement): Promise<readonly Row[]> {
    return queryInTenant<Row>(this.pool, tenant, statement);
  }
}

async function casesOf(
  transaction: Transaction,
  tenant: TenantId,
  key: string,
): Promise<readonly Id<'ProcessInstance'>[]> {
  const { rows } = await transaction.query<{ id: Id<'ProcessInstance'> }>(sql.casesOf, [tenant, key]);
  return rows.map(({ id }) => id);
}
