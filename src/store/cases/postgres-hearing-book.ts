import type pg from 'pg';
import type { HearingBook, Redaction } from '../../runtime/hearing-ports.js';
import type {
  HearingStatement,
  KeptStatement,
  PublishedStatement,
  ReceivedStatement,
  StatementCount,
} from '../../runtime/hearing-statement.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { insertStatements } from '../homes/record-statements.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';

/** The statements of hearings of a municipality. */
export class PostgresHearingBook implements HearingBook {
  constructor(private readonly pool: pg.Pool) {}

  receive(tenant: TenantId, statement: ReceivedStatement, revision: number): Promise<KeptStatement | undefined> {
    const { id, project } = statement;
    const write = async (transaction: Transaction): Promise<KeptStatement | undefined> => {
      // A share of the lock: statements need not wait for each other, and the case goes on after them.
      const { rows } = await transaction.query<{ revision: number }>(
        'select revision from process_instance where tenant = $1 and id = $2 for share',
        [tenant, project],
      );
      if (rows[0]?.revision === revision)
        await transaction.query(insertStatements, [tenant, JSON.stringify([statement])]);
      return (await transaction.query<KeptStatement>(selectKept, [tenant, project, id])).rows[0];
    };
    // Whoever speaks at a hearing is answered with what they said, and need not be logged in.
    return asSystem(() => withTenant(this.pool, tenant, write));
  }

  async kept(
    tenant: TenantId,
    project: Id<'ProcessInstance'>,
    id: HearingStatement['id'],
  ): Promise<KeptStatement | undefined> {
    return (await this.ofEverybody<KeptStatement>(tenant, selectKept, project, id))[0];
  }

  published(tenant: TenantId, project: Id<'ProcessInstance'>): Promise<readonly PublishedStatement[]> {
    return this.ofEverybody<PublishedStatement>(tenant, selectPublished, project);
  }

  async count(tenant: TenantId, project: Id<'ProcessInstance'>): Promise<StatementCount> {
    const [counted] = await this.ofEverybody<StatementCount>(tenant, countStatements, project);
    return counted ?? { received: 0, held: 0 };
  }

  async ofProject(tenant: TenantId, project: Id<'ProcessInstance'>): Promise<readonly HearingStatement[]> {
    const asked = { text: selectStatements, values: [tenant, project] };
    return (await queryInTenant<Stored>(this.pool, tenant, asked)).map(statementOf);
  }

  // What is asked for names nobody, and holds nothing of what was taken out: so it is the same for everybody.
  private ofEverybody<Row extends object>(
    tenant: TenantId,
    text: string,
    ...values: readonly string[]
  ): Promise<readonly Row[]> {
    return asSystem(() => queryInTenant<Row>(this.pool, tenant, { text, values: [tenant, ...values] }));
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
  from hearing_statement where tenant = $1 and project = $2 order by received_at, id`;

const selectKept = 'select id, state from hearing_statement where tenant = $1 and project = $2 and id = $3';

const selectPublished = `
  select id, received_at as "receivedAt", channel, sender_kind as "senderKind", state, published_text as "publishedText"
  from hearing_statement where tenant = $1 and project = $2 and published_text is not null order by received_at, id`;

const countStatements = `
  select count(*)::int as received, count(*) filter (where state = 'held')::int as held
  from hearing_statement where tenant = $1 and project = $2`;
