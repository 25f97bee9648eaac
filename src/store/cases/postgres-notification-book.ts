import type pg from 'pg';
import type { NotificationBook, NotificationRow } from '../../runtime/case-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Every message that was ever meant for somebody, written before it is handed to its channel. */
export class PostgresNotificationBook implements NotificationBook {
  constructor(private readonly pool: pg.Pool) {}

  async write(row: NotificationRow): Promise<{ readonly toSend: boolean }> {
    const { tenant, key, processInstanceId, kind, to, subject, text, at } = row;
    // Nothing is updated: the update only makes a known row come back, so that it tells whether it was sent.
    const [known] = await queryInTenant<{ toSend: boolean }>(this.pool, tenant, {
      text: `insert into notification as n (tenant, key, instance, kind, to_actor, subject, text, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (tenant, key) do update set key = n.key returning n.sent_at is null as "toSend"`,
      values: [tenant, key, processInstanceId, kind, to, subject, text, at],
    });
    return { toSend: known?.toSend === true };
  }

  async markSent(tenant: TenantId, key: string): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: 'update notification set sent_at = boligflyt_now() where tenant = $1 and key = $2 and sent_at is null',
      values: [tenant, key],
    });
  }
}
