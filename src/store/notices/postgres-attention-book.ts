import type pg from 'pg';
import type { AttentionBook, LastLook, UnattendedCase } from '../../runtime/attention-ports.js';
import type { AttentionNote, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import type { Statement } from '../with-tenant.js';
import { isProtected } from '../queries/is-protected.js';

type StoredRow = Omit<UnattendedCase, 'subject'> & { readonly subject: Id<'Actor'> | null };

/** Looks at cases, in PostgreSQL. */
export class PostgresAttentionBook implements AttentionBook {
  constructor(private readonly pool: pg.Pool) {}

  due(tenant: TenantId, limit: number): Promise<readonly UnattendedCase[]> {
    const which = `${isDue} order by a.due_at, a.instance limit $2`;
    return this.read(tenant, { name: 'attention-due', which, values: [limit] });
  }

  async climb(tenant: TenantId, from: UnattendedCase, nextDueAt: Instant): Promise<boolean> {
    const climbed = await queryInTenant(this.pool, tenant, {
      text: `update attention set level = level + 1, due_at = $5
        where tenant = $1 and instance = $2 and due_at = $3 and level = $4 returning instance`,
      values: [tenant, from.processInstanceId, from.dueAt, from.level, nextDueAt],
    });
    return climbed.length > 0;
  }

  overdue(tenant: TenantId): Promise<readonly UnattendedCase[]> {
    return this.read(tenant, { which: 'a.level > 0 order by a.last_at, a.instance', values: [] });
  }

  lastLooks(tenant: TenantId, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly LastLook[]> {
    return queryInTenant<LastLook>(this.pool, tenant, {
      text: `select instance as "processInstanceId", every, last_at as "lastAt", level from attention
        where tenant = $1 and instance = any($2)`,
      values: [tenant, ids],
    });
  }

  notes(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly AttentionNote[]> {
    return queryInTenant<AttentionNote>(this.pool, tenant, {
      text: 'select id, text from attention_note where tenant = $1 and instance = $2',
      values: [tenant, id],
    });
  }

  private async read(
    tenant: TenantId,
    { which, values, ...said }: Omit<Statement, 'text'> & { readonly which: string },
  ): Promise<readonly UnattendedCase[]> {
    const text = `${unattended} and ${which}`;
    const rows = await queryInTenant<StoredRow>(this.pool, tenant, { ...said, text, values: [tenant, ...values] });
    return rows.map(({ subject, ...row }) => (subject === null ? row : { ...row, subject }));
  }
}

const isDue = 'a.due_at <= (select boligflyt_now())';

/** The cases of a municipality (`$1`) that nobody has looked at for too long. */
export const fromUnattended = `from attention as a where a.tenant = $1 and ${isDue}`;

/** When the next case of a municipality (`$1`) has been left alone for too long. */
export const nextUnattendedAt = `select min(due_at) from attention where tenant = $1 and due_at > (select boligflyt_now())`;

const unattended = `
  select a.instance as "processInstanceId", c.title, c.definition_key as process, c.process_name as "processName", c.family, a.every,
    a.last_at as "lastAt", a.due_at as "dueAt", a.level, c.subject, c.readers,
    ${isProtected},
    array(select distinct t.assignee from user_task as t where t.tenant = a.tenant and t.instance = a.instance
      and t.state = 'assigned' and t.assignee is not null order by 1) as assignees,
    array(select distinct unnest(t.candidate_groups) from user_task as t
      where t.tenant = a.tenant and t.instance = a.instance and t.state in ('created', 'assigned') order by 1
    ) as "openCandidateGroups"
  from attention as a join process_instance as c on c.tenant = a.tenant and c.id = a.instance
  where a.tenant = $1`;
