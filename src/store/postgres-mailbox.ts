import type pg from 'pg';
import type { Mailbox, ReceivedMail } from '../runtime/login-ports.js';
import type { TenantId } from '../runtime/ports.js';
import type { Instant } from '../shared/time.js';
import { queryInTenant } from './query-in-tenant.js';

/** What the demo's mail server has received. */
export class PostgresMailbox implements Mailbox {
  constructor(private readonly pool: pg.Pool) {}

  async receive(tenant: TenantId, { id, to, from, subject, text, attachments }: ReceivedMail): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `insert into mailbox_message (tenant, id, "to", "from", subject, text, attachments, received_at)
        values ($1, $2, $3, $4, $5, $6, $7, boligflyt_now()) on conflict (tenant, id) do nothing`,
      values: [tenant, id, to, from, subject, text, JSON.stringify(attachments)],
    });
  }

  list(tenant: TenantId): Promise<readonly (ReceivedMail & { readonly receivedAt: Instant })[]> {
    return queryInTenant<ReceivedMail & { receivedAt: Instant }>(this.pool, tenant, {
      text: `select id, "to", "from", subject, text, attachments, received_at as "receivedAt" from mailbox_message
        where tenant = $1 order by received_at desc, id desc limit 500`,
      values: [tenant],
    });
  }
}
