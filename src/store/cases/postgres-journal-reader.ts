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
      text: `select e.year, e.number, e.kind, e.title, e.document_type as "documentType", e.journaled_on as "journaledOn",
          e.dated_on as "datedOn", e.instance as "processInstanceId", e.sent_by as "sentBy", e.correspondent,
          e.exemption, e.corrects_year as "correctsYear", e.corrects_number as "correctsNumber",
          case when e.sender_kind in ('person', 'institution') then d.sender_name
            else coalesce(nullif(l.recipient, ''), p.name, a.name) end as person
        from (select * from journal_entry ${onDays} order by year desc, number desc limit $4) as e
        left join letter as l on l.tenant = e.tenant and l.id = e.letter
        left join incoming_document as d on d.tenant = e.tenant and d.instance = e.instance and d.year = e.year and d.number = e.number
        left join process_instance as c on c.tenant = e.tenant and c.id = e.instance and e.kind = 'I'
        left join registered_person as p on p.tenant = c.tenant and p.id = c.subject
        left join actor as a on a.tenant = c.tenant and a.id = c.subject
        order by e.year desc, e.number desc`,
      values: [tenant, from, to, limit],
    });
    return rows.map(entryOf);
  }

  async count(tenant: TenantId, { from, to }: DaySpan): Promise<number> {
    const [row] = await queryInTenant<{ count: number }>(this.pool, tenant, {
      text: `select count(*)::int as count from journal_entry ${onDays}`,
      values: [tenant, from, to],
    });
    return row?.count ?? 0;
  }
}

type Stored = Omit<JournalEntry, 'sentBy' | 'correspondent' | 'person' | 'exemption' | 'corrects'> & {
  readonly [Optional in 'sentBy' | 'correspondent' | 'person' | 'exemption']: Exclude<
    JournalEntry[Optional],
    undefined
  > | null;
} & { readonly correctsYear: number | null; readonly correctsNumber: number | null };

const entryOf = ({
  sentBy,
  correspondent,
  person,
  exemption,
  correctsYear,
  correctsNumber,
  ...entry
}: Stored): JournalEntry => ({
  ...entry,
  ...(sentBy === null ? {} : { sentBy }),
  ...(correspondent === null ? {} : { correspondent }),
  ...(person === null ? {} : { person }),
  ...(exemption === null ? {} : { exemption }),
  ...(correctsYear === null || correctsNumber === null
    ? {}
    : { corrects: { year: correctsYear, number: correctsNumber } }),
});

const onDays = 'where tenant = $1 and journaled_on between $2::date and $3::date';
