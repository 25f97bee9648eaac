import { deserializeInstance } from '../../engine/index.js';
import type { SerializedInstance } from '../../engine/index.js';
import type { CommandRequest, DueRing, TenantId } from '../../runtime/ports.js';
import { ringRequest, type SetTimer } from '../../runtime/ring-request.js';
import type { Instant } from '../../shared/time.js';
import { together } from '../together.js';
import type { Transaction } from '../with-tenant.js';
import type { LoadedInstances } from './load-instances.js';

/** Cases with a timer that is due, locked, and what is asked of each: to ring the one that has waited longest. */
export interface LockedRings {
  readonly requests: readonly CommandRequest[];
  readonly loaded: LoadedInstances;
}

/** Locks cases with due timers until the transaction ends; passes over those that somebody else has locked. Waits for nobody. */
export async function lockDueTimers(
  transaction: Transaction,
  tenant: TenantId,
  { limit, except }: DueRing,
): Promise<LockedRings> {
  // The clock after the locks, as for every group.
  const [{ rows }, clock] = await together([
    transaction.query<SetTimer & { readonly snapshot: SerializedInstance }>(lockDue, [tenant, limit, except]),
    transaction.query<{ at: Instant }>({ name: 'clock', text: 'select boligflyt_now() as at' }),
  ]);
  const [reading] = clock.rows;
  if (reading === undefined) throw new Error('Expected the database to tell the time');

  // Read backwards, so that the first of a case's timers stays.
  const firsts = new Map(rows.toReversed().map((row) => [row.processInstanceId, row]));
  return {
    requests: [...firsts.values()].map((timer) => ringRequest(tenant, timer)),
    loaded: {
      at: reading.at,
      instances: new Map([...firsts].map(([id, { snapshot }]) => [id, deserializeInstance(snapshot)])),
    },
  };
}

// The timer is locked with its case: what another worker has rung since this statement began is then seen as rung.
const lockDue = `
  select t.id, c.id as "processInstanceId", c.snapshot
  from timer as t
  join process_instance as c on c.tenant = t.tenant and c.id = t.instance
  where t.tenant = $1 and t.fired_at is null and t.cancelled_at is null and t.due_at <= (select boligflyt_now())
    and not c.suspended and t.id <> all($3::text[])
  order by t.due_at, t.id limit $2
  for update of c, t skip locked`;
