import type pg from 'pg';
import type { LongWait, LongWaitBook, LookedAtWait } from '../../runtime/long-wait-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

interface LongWaitRow extends Omit<LongWait, 'applicant' | 'dueAt' | 'told'> {
  readonly applicant: Id<'Actor'> | null;
  readonly dueAt: Instant | null;
  readonly told: number | null;
}

/** Long waits, in the rows of the waiting list. */
export class PostgresLongWaitBook implements LongWaitBook {
  constructor(private readonly pool: pg.Pool) {}

  async due(tenant: TenantId, limit: number): Promise<readonly LongWait[]> {
    const rows = await queryInTenant<LongWaitRow>(this.pool, tenant, {
      ...{ name: 'long-waits-due', text: selectDue, values: [tenant, limit] },
    });
    return rows.map(({ applicant, dueAt, told, ...row }) => ({
      ...row,
      ...(applicant === null ? {} : { applicant }),
      ...(dueAt === null ? {} : { dueAt }),
      ...(told === null ? {} : { told }),
    }));
  }

  async looked(tenant: TenantId, from: LongWait, { told, nextAt }: LookedAtWait): Promise<boolean> {
    const looked = await queryInTenant(this.pool, tenant, {
      text: `update waiting_list_entry set threshold_due_at = $4, threshold_told = coalesce($5, threshold_told)
        where tenant = $1 and instance = $2 and left_at is null and threshold_due_at is not distinct from $3 returning instance`,
      values: [tenant, from.processInstanceId, from.dueAt ?? null, nextAt, told ?? null],
    });
    return looked.length > 0;
  }

  async lookAgain(tenant: TenantId): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: 'update waiting_list_entry set threshold_due_at = null where tenant = $1 and left_at is null',
      values: [tenant],
    });
  }
}

/** Those on the list of a municipality (`$1`) of whom a threshold may be passed. */
export const fromLongWaits = `from waiting_list_entry as w
  where w.tenant = $1 and w.left_at is null and (w.threshold_due_at is null or w.threshold_due_at <= (select boligflyt_now()))`;

/** When the next threshold of a municipality (`$1`) may be passed. */
export const nextLongWaitAt = `select min(w.threshold_due_at) from waiting_list_entry as w where w.tenant = $1 and w.left_at is null`;

const selectDue = `
  select w.instance as "processInstanceId", w.applicant, w.entered_at as "enteredAt", w.need, w.threshold_due_at as "dueAt",
    w.threshold_told as told
  ${fromLongWaits} order by w.threshold_due_at nulls first, w.instance limit $2`;
