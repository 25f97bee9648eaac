import type pg from 'pg';
import type { JournalEntry, JournalReader } from '../../runtime/journal-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { DaySpan } from '../../runtime/read-ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reads the journal register from PostgreSQL. */
export class PostgresJournalReader implements JournalReader {
  constructor(private readonly pool: pg.Pool) {}

  async between(tenant: TenantId, { from, to }: DaySpan, limit: number): Promise<readonly JournalEntry[]> {
    const rows = await queryInTenant<Stored>(this.pool, tenant, {
      text: `select year, number, kind, title, document_type as "documentType", journaled_on as "journaledOn",
          dated_on as "datedOn", instance as "processInstanceId", sent_by as "sentBy"
        from journal_entry ${onDays} order by year desc, number desc limit $4`,
      values: [tenant, from, to, limit],
    });
    return rows.map(({ sentBy, ...entry }) => ({ ...entry, ...(sentBy === null ? {} : { sentBy }) }));
  }

  async count(tenant: TenantId, { from, to }: DaySpan): Promise<number> {
    const [row] = await queryInTenant<{ count: number }>(this.pool, tenant, {
      text: `select count(*)::int as count from journal_entry ${onDays}`,
      values: [tenant, from, to],
    });
    return row?.count ?? 0;
  }
}

type Stored = Omit<JournalEntry, 'sentBy'> & { readonly sentBy: 'digital' | 'post' | null };

const onDays = 'where tenant = $1 and journaled_on between $2::date and $3::date';
