import type pg from 'pg';
import type { DecisionBook, WrittenDecision } from '../../runtime/decision-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reads the documents of deployed decisions from PostgreSQL. */
export class PostgresDecisionBook implements DecisionBook {
  constructor(private readonly pool: pg.Pool) {}

  versionsOf(tenant: TenantId, key: string): Promise<readonly WrittenDecision[]> {
    return queryInTenant<WrittenDecision>(this.pool, tenant, { text: selectVersions, values: [tenant, key] });
  }

  async keysUnder(tenant: TenantId, namespace: string): Promise<readonly string[]> {
    const query = { text: selectKeys, values: [tenant, namespace] };
    return (await queryInTenant<{ key: string }>(this.pool, tenant, query)).map(({ key }) => key);
  }
}

const selectVersions = `
  select d.version, m.deployed_at as "deployedAt", m.deployed_by as "deployedBy", m.xml
  from decision as d join decision_model as m on m.tenant = d.tenant and m.namespace = d.model_namespace
    and m.id = d.model_id and m.version = d.model_version
  where d.tenant = $1 and d.key = $2 order by d.version desc`;

const selectKeys = `
  select distinct key from decision where tenant = $1 and starts_with(model_namespace, $2) order by key`;
