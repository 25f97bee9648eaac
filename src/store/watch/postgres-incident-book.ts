import type pg from 'pg';
import type { IncidentBook, OpenIncident } from '../../runtime/incident-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

interface StoredRow extends Omit<OpenIncident, 'subject' | 'assignee'> {
  readonly subject: Id<'Actor'> | null;
  readonly assignee: Id<'Actor'> | null;
}

/** Who sees to what is stuck, in PostgreSQL: beside the incident, which is written with what is stuck. */
export class PostgresIncidentBook implements IncidentBook {
  constructor(private readonly pool: pg.Pool) {}

  async due(tenant: TenantId, limit: number): Promise<readonly OpenIncident[]> {
    const values = [tenant, limit];
    const rows = await queryInTenant<StoredRow>(this.pool, tenant, { name: 'incidents-due', text: due, values });
    return rows.map(({ subject, assignee, ...row }) => ({
      ...row,
      ...(subject === null ? {} : { subject }),
      ...(assignee === null ? {} : { assignee }),
    }));
  }

  async count(tenant: TenantId, { id, told }: OpenIncident, nextDueAt: Instant): Promise<boolean> {
    const counted = await queryInTenant(this.pool, tenant, {
      text: `update incident set told = told + 1, due_at = $4
        where tenant = $1 and id = $2 and told = $3 and resolved_at is null returning id`,
      values: [tenant, id, told, nextDueAt],
    });
    return counted.length > 0;
  }

  async assign(tenant: TenantId, id: Id<'Incident'>, assignee: Id<'Actor'> | undefined): Promise<boolean> {
    const assigned = await queryInTenant(this.pool, tenant, {
      text: 'update incident set assignee = $3 where tenant = $1 and id = $2 and resolved_at is null returning id',
      values: [tenant, id, assignee ?? null],
    });
    return assigned.length > 0;
  }

  async tryEffectAgain(tenant: TenantId, id: Id<'Incident'>, by: Id<'Actor'>): Promise<boolean> {
    const tried = await queryInTenant(this.pool, tenant, { text: tryAgain, values: [tenant, id, by] });
    return tried.length > 0;
  }
}

const tryAgain = `
  with resolved as (
    update incident set resolved_at = boligflyt_now(), resolved_by = $3
    where tenant = $1 and id = $2 and resolved_at is null and effect_id is not null returning effect_id
  )
  update outbox as o set failed_at = null, attempts = 0, silent = 0, claimed_until = null
  from resolved where o.tenant = $1 and o.id = resolved.effect_id and o.done_at is null returning o.id`;

const isDue = `i.tenant = $1 and i.resolved_at is null and (i.due_at is null or i.due_at <= (select boligflyt_now()))`;

/** The open incidents of a municipality (`$1`) that somebody is to be told of. */
export const fromDueIncidents = `from incident as i where ${isDue}`;

/** When somebody is to be told next of an open incident of a municipality (`$1`). */
export const nextIncidentAt = `select min(due_at) from incident
  where tenant = $1 and resolved_at is null and due_at > (select boligflyt_now())`;

const due = `
  select i.id, i.instance as "processInstanceId", c.definition_key as process, c.process_name as "processName", c.subject,
    i.code, i.raised_at as "raisedAt", i.assignee, i.told
  from incident as i join process_instance as c on c.tenant = i.tenant and c.id = i.instance
  where ${isDue}
  order by i.raised_at, i.id limit $2`;
