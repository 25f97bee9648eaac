import type pg from 'pg';
import type { HearingBook, Redaction } from '../../runtime/hearing-ports.js';
import type { HearingStatement, ReceivedStatement } from '../../runtime/hearing-statement.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { insertStatements } from '../homes/record-statements.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';

/** The statements of hearings of a municipality. */
export class PostgresHearingBook implements HearingBook {
  constructor(private readonly pool: pg.Pool) {}

  receive(tenant: TenantId, statement: ReceivedStatement, revision: number): Promise<HearingStatement | undefined> {
    const { id, project } = statement;
    return withTenant(this.pool, tenant, async (transaction) => {
      // A share of the lock: statements need not wait for each other, and the case goes on after them.
      const { rows } = await transaction.query<{ revision: number }>(
        'select revision from process_instance where tenant = $1 and id = $2 for share',
        [tenant, project],
      );
      if (rows[0]?.revision === revision)
        await transaction.query(insertStatements, [tenant, JSON.stringify([statement])]);
      const kept = await transaction.query<Stored>(selectStatements, [tenant, project, id]);
      return kept.rows.map(statementOf)[0];
    });
  }

  async find(
    tenant: TenantId,
    project: Id<'ProcessInstance'>,
    id: HearingStatement['id'],
  ): Promise<HearingStatement | undefined> {
    return (await this.statements(tenant, project, id))[0];
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
    const asked = { text: selectStatements, values: [tenant, project, id ?? null] };
    return (await queryInTenant<Stored>(this.pool, tenant, asked)).map(statementOf);
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
    // Whoever publishes must be held up by a name that they are not shown.
    const asked = {
      text: `select known.name from tenancy as t
        join (select id, name from registered_person where tenant = $1 union select id, name from actor where tenant = $1) as known
          on known.id = t.person
        where t.tenant = $1 and t.ended_on is null`,
      values: [tenant],
    };
    const rows = await asSystem(() => queryInTenant<{ name: string }>(this.pool, tenant, asked));
    return rows.map(({ name }) => name);
  }
}

interface Stored {
  readonly said: Omit<HearingStatement, 'receivedAt' | 'registeredAt' | 'redactedAt'>;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant | null;
  readonly redactedAt: Instant | null;
}

const statementOf = ({ said, receivedAt, registeredAt, redactedAt }: Stored): HearingStatement => ({
  ...said,
  receivedAt,
  ...(registeredAt === null ? {} : { registeredAt }),
  ...(redactedAt === null ? {} : { redactedAt }),
});

const selectStatements = `
  select json_strip_nulls(json_build_object('id', id, 'project', project, 'channel', channel, 'senderKind', sender_kind,
      'senderName', sender_name, 'registeredBy', registered_by, 'original', original, 'state', state,
      'publishedText', published_text, 'redactedBy', redacted_by)) as said,
    received_at as "receivedAt", registered_at as "registeredAt", redacted_at as "redactedAt"
  from hearing_statement where tenant = $1 and project = $2 and ($3::text is null or id = $3) order by received_at, id`;
