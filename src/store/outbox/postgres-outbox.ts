import type pg from 'pg';
import { restOf, restSeconds } from '../../runtime/jobs/job-terms.js';
import type { ClaimedEffect, TenantId } from '../../runtime/ports.js';
import type { DueKind, DueStart, Outbox } from '../../runtime/outbox-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { withTenant } from '../with-tenant.js';
import { claimEffects, settleDone, settleFailed } from './claim-effects.js';
import { dueStarts, moveToNextStart } from './due-starts.js';
import { dueTimers, nextDueAt } from './due-timers.js';
import { inBatches } from './in-batches.js';
import { leaseSeconds } from './lease.js';
import { nextWorkAt, whatWaits } from './what-waits.js';

/** How long a claim lasts, and how long a failed effect rests before the next attempt. Real seconds. */
export interface OutboxTimes {
  readonly leaseSeconds: number;
  readonly restSeconds: (name: string, attempt: number) => number;
}

const usualTimes: OutboxTimes = { leaseSeconds, restSeconds };

/** What waits to be done outside, read from the rows themselves: no memory of this process decides anything. */
export class PostgresOutbox implements Outbox {
  private readonly done = new Map<TenantId, (claimed: ClaimedEffect) => Promise<void>>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly times: OutboxTimes = usualTimes,
  ) {}

  async tenants(): Promise<readonly TenantId[]> {
    const { rows } = await this.pool.query<{ tenant: TenantId }>('select tenant from tenant order by tenant');
    return rows.map(({ tenant }) => tenant);
  }

  waiting(tenant: TenantId): Promise<ReadonlySet<DueKind>> {
    return whatWaits(this.pool, tenant);
  }

  claimEffects(tenant: TenantId, limit: number): Promise<readonly ClaimedEffect[]> {
    return withTenant(this.pool, tenant, (transaction) =>
      claimEffects(transaction, tenant, { limit, leaseSeconds: this.times.leaseSeconds }),
    );
  }

  markDone(claimed: ClaimedEffect): Promise<void> {
    const { tenant } = claimed;
    const markDone =
      this.done.get(tenant) ??
      inBatches((effects) => withTenant(this.pool, tenant, (transaction) => settleDone(transaction, tenant, effects)));
    this.done.set(tenant, markDone);
    return markDone(claimed);
  }

  markFailed(claimed: ClaimedEffect, message: string): Promise<void> {
    const restSeconds = restOf(claimed.effect, this.times.restSeconds(claimed.id, claimed.attempt));
    return withTenant(this.pool, claimed.tenant, (transaction) =>
      settleFailed(transaction, claimed, { message, restSeconds }),
    );
  }

  /**
   * Gives back everything that is claimed. Only for a process that knows it is alone, as it starts: what a killed one had
   * claimed then need not wait for the end of its lease.
   */
  async forgetClaims(tenant: TenantId): Promise<void> {
    const sql = `update outbox set claimed_until = clock_timestamp()
      where tenant = $1 and done_at is null and failed_at is null and claimed_until is not null`;
    await withTenant(this.pool, tenant, (transaction) => transaction.query(sql, [tenant]));
  }

  async dueTimers(
    tenant: TenantId,
    limit: number,
  ): Promise<readonly { readonly id: Id<'Timer'>; readonly processInstanceId: Id<'ProcessInstance'> }[]> {
    const { rows } = await withTenant(this.pool, tenant, (transaction) =>
      transaction.query<{ id: Id<'Timer'>; processInstanceId: Id<'ProcessInstance'> }>(dueTimers, [tenant, limit]),
    );
    return rows;
  }

  dueStarts(tenant: TenantId, limit: number): Promise<readonly DueStart[]> {
    return withTenant(this.pool, tenant, (transaction) => dueStarts(transaction, tenant, limit));
  }

  markStarted(tenant: TenantId, start: DueStart): Promise<void> {
    return withTenant(this.pool, tenant, (transaction) => moveToNextStart(transaction, tenant, start));
  }

  async nextDueAt(tenant: TenantId): Promise<Instant | undefined> {
    const { rows } = await withTenant(this.pool, tenant, (transaction) =>
      transaction.query<{ dueAt: Instant | null }>({ name: 'timer-next-due', text: nextDueAt, values: [tenant] }),
    );
    return rows[0]?.dueAt ?? undefined;
  }

  nextWorkAt(tenant: TenantId): Promise<Instant | undefined> {
    return nextWorkAt(this.pool, tenant);
  }
}
