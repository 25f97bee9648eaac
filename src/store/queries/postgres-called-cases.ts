import type pg from 'pg';
import type { CalledCase, CalledCaseReader } from '../../runtime/called-case-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reads from PostgreSQL what a case has called. */
export class PostgresCalledCases implements CalledCaseReader {
  constructor(private readonly pool: pg.Pool) {}

  called(tenant: TenantId, parent: Id<'ProcessInstance'>): Promise<readonly CalledCase[]> {
    return queryInTenant<CalledCase>(this.pool, tenant, { text: selectCalled, values: [tenant, parent] });
  }
}

const selectCalled = `
  select c.id, c.definition_key as process, c.state = 'completed' as "isCompleted",
    array(select distinct t.node from user_task as t
      where t.tenant = c.tenant and t.instance = c.id and t.state = 'completed') as done
  from process_instance as c where c.tenant = $1 and c.parent_id = $2`;
