import type pg from 'pg';
import { deserializeInstance } from '../../engine/index.js';
import type { ProcessInstance, SerializedInstance } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { readAtOnce } from '../read-at-once.js';

/** The live snapshots of these cases, in no order. */
export async function findSnapshots(
  pool: pg.Pool,
  tenant: TenantId,
  ids: readonly Id<'ProcessInstance'>[],
): Promise<readonly ProcessInstance[]> {
  const rows = await readAtOnce<{ readonly snapshot: SerializedInstance }>(pool, tenant, {
    name: 'find-snapshots',
    text: 'select snapshot from process_instance where tenant = $1 and id = any($2::text[])',
    values: [tenant, ids],
  });
  return rows.map(({ snapshot }) => deserializeInstance(snapshot));
}
