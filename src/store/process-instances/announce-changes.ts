import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';

// A notification holds 8,000 bytes.
const mostIds = 50;
// Nobody sees the difference, and under load one announcement tells what hundreds did.
const restMs = 25;

/**
 * Tells everybody who listens which cases were changed; without content, so that nobody learns what they may not. After the
 * commit: a transaction that notifies makes every other that does wait until it is on the disk, for which this one does not wait. What
 * changes while others are told of goes with the next announcement, a fortieth of a second later. Like every hint it may be lost.
 */
export class ChangeAnnouncer {
  private readonly changed = new Map<TenantId, Set<string>>();
  private isResting = false;

  constructor(private readonly pool: Pick<pg.Pool, 'query'>) {}

  announce(tenant: TenantId, processInstanceIds: readonly Id<'ProcessInstance'>[]): void {
    if (processInstanceIds.length === 0) return;

    const ids = this.changed.get(tenant) ?? new Set();
    processInstanceIds.forEach((id) => ids.add(id));
    this.changed.set(tenant, ids);
    if (!this.isResting) void this.tell();
  }

  private async tell(): Promise<void> {
    this.isResting = true;
    while (this.changed.size > 0) {
      const told = [...this.changed];
      this.changed.clear();
      await Promise.allSettled(told.map(([tenant, ids]) => this.notify(tenant, [...ids])));
      await rest(restMs, undefined, { ref: false });
    }
    this.isResting = false;
  }

  private async notify(tenant: TenantId, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += mostIds) {
      const values = [JSON.stringify({ tenant, processInstanceIds: ids.slice(from, from + mostIds) })];
      await this.pool.query({ name: 'announce', text: announcement, values });
    }
  }
}

const announcement = `
  select set_config('synchronous_commit', 'off', true), pg_notify('boligflyt_changes', $1)`;
