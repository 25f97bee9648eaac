import type pg from 'pg';
import type { HearingBook, HearingStatement, ReceivedStatement, Redaction } from '../../runtime/hearing-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

/** The statements of hearings of a municipality. */
export class PostgresHearingBook implements HearingBook {
  constructor(private readonly pool: pg.Pool) {}

  async receive(tenant: TenantId, statement: ReceivedStatement): Promise<HearingStatement> {
    const { id, project, channel, senderKind, senderName, registeredBy, original, state, receivedAt } = statement;
    await queryInTenant(this.pool, tenant, {
      text: `insert into hearing_statement
          (tenant, id, project, received_at, registered_at, channel, sender_kind, sender_name, registered_by, original, state,
            published_text)
        values ($1, $2, $3, coalesce($10::timestamptz, boligflyt_now()),
          case when $10::timestamptz is not null then boligflyt_now() end, $4, $5, $6, $7, $8, $9, case $9 when 'published' then $8 end)
        on conflict (tenant, id) do nothing`,
      values: [
        tenant,
        id,
        project,
        channel,
        senderKind,
        senderName ?? null,
        registeredBy,
        original,
        state,
        receivedAt ?? null,
      ],
    });
    const [kept] = await this.statements(tenant, project, id);
    if (kept === undefined) throw new Error(`Expected statement ${id} to be of project ${project}`);
    return kept;
  }

  ofProject(tenant: TenantId, project: Id<'ProcessInstance'>): Promise<readonly HearingStatement[]> {
    return this.statements(tenant, project);
  }

  /** All of them, or the one with this id. */
  private async statements(
    tenant: TenantId,
    project: Id<'ProcessInstance'>,
    id?: string,
  ): Promise<readonly HearingStatement[]> {
    const rows = await queryInTenant<Stored>(this.pool, tenant, {
      text: `select json_strip_nulls(json_build_object('id', id, 'project', project, 'channel', channel, 'senderKind', sender_kind,
            'senderName', sender_name, 'registeredBy', registered_by, 'original', original, 'state', state,
            'publishedText', published_text, 'redactedBy', redacted_by)) as said,
          received_at as "receivedAt", registered_at as "registeredAt", redacted_at as "redactedAt"
        from hearing_statement where tenant = $1 and project = $2 and ($3::text is null or id = $3) order by received_at, id`,
      values: [tenant, project, id ?? null],
    });
    return rows.map(({ said, receivedAt, registeredAt, redactedAt }) => ({
      ...said,
      receivedAt,
      ...(registeredAt === null ? {} : { registeredAt }),
      ...(redactedAt === null ? {} : { redactedAt }),
    }));
  }

  async redact(tenant: TenantId, { project, id, text, by }: Redaction): Promise<boolean> {
    const redacted = await queryInTenant(this.pool, tenant, {
      text: `update hearing_statement set state = 'redacted', published_text = $4, redacted_by = $5, redacted_at = boligflyt_now()
        where tenant = $1 and project = $2 and id = $3 and state <> 'redacted' returning id`,
      values: [tenant, project, id, text, by],
    });
    return redacted.length > 0;
  }

  async residentNames(tenant: TenantId): Promise<readonly string[]> {
    const rows = await queryInTenant<{ name: string }>(this.pool, tenant, {
      text: `select known.name from tenancy as t
        join (select id, name from registered_person where tenant = $1 union select id, name from actor where tenant = $1) as known
          on known.id = t.person
        where t.tenant = $1 and t.ended_on is null`,
      values: [tenant],
    });
    return rows.map(({ name }) => name);
  }
}

interface Stored {
  readonly said: Omit<HearingStatement, 'receivedAt' | 'registeredAt' | 'redactedAt'>;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant | null;
  readonly redactedAt: Instant | null;
}
