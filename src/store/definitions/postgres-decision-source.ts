import type pg from 'pg';
import { readDmn } from '../../engine/index.js';
import type { DecisionModel } from '../../engine/index.js';
import type { DecisionSource, DeployedDecision, ModelReference } from '../../runtime/decision-ports.js';
import type { DefinitionReference, TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reads deployed decisions from PostgreSQL, and keeps the compiled models in memory: a version never changes. */
export class PostgresDecisionSource implements DecisionSource {
  private readonly compiled = new Map<string, Promise<DecisionModel>>();
  private readonly deployments = new Map<string, number>();

  constructor(private readonly pool: pg.Pool) {}

  async decisions(tenant: TenantId): Promise<readonly DeployedDecision[]> {
    const rows = await queryInTenant<DecisionRow>(this.pool, tenant, { text: selectDecisions, values: [tenant] });
    return rows.map(({ versionTag, ...decision }) => (versionTag === null ? decision : { ...decision, versionTag }));
  }

  models(tenant: TenantId): Promise<readonly ModelReference[]> {
    return queryInTenant<ModelReference>(this.pool, tenant, { text: selectModels, values: [tenant] });
  }

  model(tenant: TenantId, reference: ModelReference): Promise<DecisionModel> {
    const name = JSON.stringify([tenant, reference.namespace, reference.id, reference.version]);
    const known = this.compiled.get(name);
    if (known !== undefined) return known;

    const compiling = this.compile(tenant, reference);
    this.compiled.set(name, compiling);
    // What could not be read is asked for again: the database may only have been away.
    compiling.catch(() => this.compiled.delete(name));
    return compiling;
  }

  async deploymentOf({ tenant, key, version }: DefinitionReference): Promise<number> {
    const name = `${tenant}/${key}/${version}`;
    const known = this.deployments.get(name);
    if (known !== undefined) return known;

    const values = [tenant, key, version];
    const [row] = await queryInTenant<{ deployment: number }>(this.pool, tenant, { text: selectDeployment, values });
    if (row !== undefined) this.deployments.set(name, row.deployment);
    return row?.deployment ?? 0;
  }

  private async compile(tenant: TenantId, { namespace, id, version }: ModelReference): Promise<DecisionModel> {
    const values = [tenant, namespace, id, version];
    const [row] = await queryInTenant<ModelRow>(this.pool, tenant, { text: selectModel, values });
    if (row === undefined)
      throw new Error(`Expected version ${version} of model '${id}' to be deployed, but it is not`);

    const known = await Promise.all(row.imports.map((reference) => this.model(tenant, reference)));
    const reading = await readDmn([row.xml], { known });
    const [model] = reading.ok ? reading.models : [];
    if (model === undefined)
      throw new Error(`Expected version ${version} of model '${id}' to compile, but it does not`);
    return model;
  }
}

interface DecisionRow extends Omit<DeployedDecision, 'versionTag'> {
  readonly versionTag: string | null;
}

interface ModelRow {
  readonly xml: string;
  /** The versions that were the latest when the model was deployed. */
  readonly imports: readonly ModelReference[];
}

const selectDecisions = `
  select key, name, version, version_tag as "versionTag", deployment,
    json_build_object('namespace', model_namespace, 'id', model_id, 'version', model_version) as model
  from decision where tenant = $1 order by key, version`;

const selectModels = `
  select namespace, id, version from (
    select distinct on (namespace, id) namespace, id, version, deployment from decision_model
    where tenant = $1 order by namespace, id, version desc
  ) as latest order by deployment, id`;

const selectModel = `
  select d.xml, coalesce((
    select json_agg(json_build_object('namespace', i.namespace, 'id', i.id, 'version', i.version))
    from unnest(d.imports) as wanted(namespace)
    cross join lateral (
      select namespace, id, version from decision_model
      where tenant = $1 and namespace = wanted.namespace and deployment <= d.deployment
      order by deployment desc, id desc limit 1
    ) as i), '[]') as imports
  from decision_model as d where d.tenant = $1 and d.namespace = $2 and d.id = $3 and d.version = $4`;

const selectDeployment = 'select deployment from definition where tenant = $1 and key = $2 and version = $3';
