import type pg from 'pg';
import type { CaseKeepers } from '../../runtime/notice-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Who has a case, from its tasks. */
export class PostgresCaseKeepers implements CaseKeepers {
  constructor(private readonly pool: pg.Pool) {}

  async keeperOf(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<Id<'Actor'> | undefined> {
    const [row] = await queryInTenant<{ keeper: Id<'Actor'> | null }>(this.pool, tenant, {
      text: keeper,
      values: [tenant, id],
    });
    return row?.keeper ?? undefined;
  }
}

const keeper = `
  select coalesce(
    (select t.assignee from user_task as t
      where t.tenant = c.tenant and t.instance = c.id and t.state = 'assigned' and t.assignee is distinct from c.subject
      order by t.created_at desc, t.id limit 1),
    (select t.completed_by from user_task as t
      where t.tenant = c.tenant and t.instance = c.id and t.state = 'completed' and t.completed_by is distinct from c.subject
        and t.completed_by is distinct from 'system'
      order by t.completed_at desc, t.id limit 1),
    case when c.started_by is distinct from c.subject and c.started_by <> 'system' then c.started_by end
  ) as keeper
  from process_instance as c where c.tenant = $1 and c.id = $2`;
