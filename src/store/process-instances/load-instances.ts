import { deserializeInstance } from '../../engine/index.js';
import type { ProcessInstance, SerializedInstance } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { together } from '../together.js';
import type { Transaction } from '../with-tenant.js';

/** The cases of a group, locked until the transaction ends, and the one reading of the clock for all of them. */
export interface LoadedInstances {
  readonly at: Instant;
  readonly instances: ReadonlyMap<string, ProcessInstance>;
}

/** Locks and reads cases. In the order of their ids, so that two groups never wait for each other in a circle. */
export async function loadInstances(
  transaction: Transaction,
  tenant: TenantId,
  ids: readonly string[],
): Promise<LoadedInstances> {
  // The clock after the locks: whoever waited for them must not carry an older time than what it waited for.
  const [{ rows }, clock] = await together([
    transaction.query<{ id: string; snapshot: SerializedInstance }>({
      name: 'lock-instances',
      text: lockInstances,
      values: [tenant, ids],
    }),
    transaction.query<{ at: Instant }>({ name: 'clock', text: 'select boligflyt_now() as at' }),
  ]);
  const [reading] = clock.rows;
  if (reading === undefined) throw new Error('Expected the database to tell the time');

  return { at: reading.at, instances: new Map(rows.map(({ id, snapshot }) => [id, deserializeInstance(snapshot)])) };
}

const lockInstances = `
  select id, snapshot from process_instance where tenant = $1 and id = any($2::text[]) order by id for update`;
