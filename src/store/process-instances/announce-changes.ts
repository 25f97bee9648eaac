import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';

// A notification holds 8,000 bytes.
const mostIds = 50;

/**
 * Tells everybody who listens which cases were changed; without content, so that nobody learns what they may not. After the
 * commit: a transaction that notifies makes every other that does wait until it is on the disk. Like every hint it may be lost.
 */
export async function announceChanges(
  pool: pg.Pool,
  tenant: TenantId,
  processInstanceIds: readonly Id<'ProcessInstance'>[],
): Promise<void> {
  for (let from = 0; from < processInstanceIds.length; from += mostIds) {
    const announcement = { tenant, processInstanceIds: processInstanceIds.slice(from, from + mostIds) };
    const values = [JSON.stringify(announcement)];
    await pool.query({ name: 'announce', text: `select pg_notify('boligflyt_changes', $1)`, values });
  }
}
