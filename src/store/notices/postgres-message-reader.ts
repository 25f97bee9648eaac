import type pg from 'pg';
import type { MessageReader, MessageRow } from '../../runtime/notice-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

interface StoredRow extends Omit<MessageRow, 'sentAt' | 'failure' | 'statusCode' | 'why'> {
  readonly sentAt: Instant | null;
  readonly failure: string | null;
  readonly statusCode: string | null;
  readonly why: string | null;
}

/** Messages as people see them. */
export class PostgresMessageReader implements MessageReader {
  constructor(private readonly pool: pg.Pool) {}

  ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly MessageRow[]> {
    return this.read(tenant, 'n.instance = $2', [id]);
  }

  to(tenant: TenantId, actor: Id<'Actor'>): Promise<readonly MessageRow[]> {
    return this.read(tenant, `n.to_actor = $2 and n.kind <> 'summary' and n.state <> 'dropped'`, [actor]);
  }

  undelivered(tenant: TenantId): Promise<readonly MessageRow[]> {
    return this.read(tenant, `(n.state in ('failed', 'bounced') or n.may_be_doubled)`, []);
  }

  private async read(tenant: TenantId, which: string, values: readonly unknown[]): Promise<readonly MessageRow[]> {
    const text = `${messages} and ${which} order by n.at desc, n.key limit 500`;
    const rows = await queryInTenant<StoredRow>(this.pool, tenant, { text, values: [tenant, ...values] });
    return rows.map(({ sentAt, failure, statusCode, why, ...row }) => ({
      ...row,
      ...(sentAt === null ? {} : { sentAt }),
      ...(failure === null ? {} : { failure }),
      ...(statusCode === null ? {} : { statusCode }),
      ...(why === null ? {} : { why }),
    }));
  }
}

const messages = `
  select n.key, n.instance as "processInstanceId", n.to_actor as "to", n.kind, n.channel, coalesce(s.state, n.state) as state,
    n.subject, n.text, n.at, coalesce(s.not_before, n.not_before) as "notBefore", coalesce(s.sent_at, n.sent_at) as "sentAt",
    coalesce(s.attempts, n.attempts) as attempts, coalesce(s.may_be_doubled, n.may_be_doubled) as "mayBeDoubled",
    s.key is not null as "inSummary", coalesce(s.failed, n.failed) as failure,
    coalesce(s.status_code, n.status_code) as "statusCode", n.why
  from notification as n left join notification as s on s.tenant = n.tenant and s.key = n.summary
  where n.tenant = $1`;
