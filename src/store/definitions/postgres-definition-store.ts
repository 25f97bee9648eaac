import type pg from 'pg';
import { readBpmn } from '../../engine/index.js';
import type { DecisionModel, ProcessDefinition } from '../../engine/index.js';
import type { DeployedDecision, ModelReference } from '../../runtime/decision-ports.js';
import type { DefinitionStore, DeployedProcess, Deployment, ProcessCall } from '../../runtime/definition-ports.js';
import type { DefinitionReference, TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import { deployDecisionModel } from './deploy-decision-model.js';
import { deployForm } from './deploy-form.js';
import { deployProcess } from './deploy-process.js';
import { PostgresDecisionSource } from './postgres-decision-source.js';

/** Keeps deployed versions in PostgreSQL, and the compiled ones in memory: a version never changes. */
export class PostgresDefinitionStore implements DefinitionStore {
  private readonly rules: PostgresDecisionSource;
  private readonly compiled = new Map<string, Promise<ProcessDefinition | undefined>>();

  constructor(private readonly pool: pg.Pool) {
    this.rules = new PostgresDecisionSource(pool);
  }

  deploy(tenant: TenantId, { by, processes, forms, models = [] }: Deployment): Promise<readonly DeployedProcess[]> {
    return withTenant(this.pool, tenant, async (transaction) => {
      // One deployment at a time, so that two at once cannot take the same version.
      await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [`deploy ${tenant}`]);
      const { rows } = await transaction.query<{ at: Instant; deployment: number }>(selectDeployment, [tenant]);
      const deploying = { tenant, by, at: rows[0]?.at ?? '', deployment: rows[0]?.deployment ?? 0 };
      for (const form of forms) await deployForm(transaction, deploying, form);
      for (const model of models) await deployDecisionModel(transaction, deploying, model);

      const deployed: DeployedProcess[] = [];
      for (const process of processes) deployed.push(await deployProcess(transaction, deploying, process));
      return deployed;
    });
  }

  async formIds(tenant: TenantId): Promise<readonly string[]> {
    const sql = 'select distinct id from form where tenant = $1 order by id';
    const { rows } = await withTenant(this.pool, tenant, (transaction) =>
      transaction.query<{ id: string }>(sql, [tenant]),
    );
    return rows.map(({ id }) => id);
  }

  async versionCalled(tenant: TenantId, call: ProcessCall): Promise<number | undefined> {
    const { processKey, binding, caller } = call;
    const version = binding.kind === 'version' ? binding.version : null;
    const tag = binding.kind === 'version-tag' ? binding.versionTag : null;
    const together = binding.kind === 'deployment' ? caller : null;
    const values = [tenant, processKey, version, tag, together];
    const [row] = await queryInTenant<{ version: number }>(this.pool, tenant, { text: selectCalled, values });
    return row?.version;
  }

  decisions(tenant: TenantId): Promise<readonly DeployedDecision[]> {
    return this.rules.decisions(tenant);
  }

  models(tenant: TenantId): Promise<readonly ModelReference[]> {
    return this.rules.models(tenant);
  }

  model(tenant: TenantId, reference: ModelReference): Promise<DecisionModel> {
    return this.rules.model(tenant, reference);
  }

  deploymentOf(reference: DefinitionReference): Promise<number> {
    return this.rules.deploymentOf(reference);
  }

  load(reference: DefinitionReference): Promise<ProcessDefinition | undefined> {
    const name = `${reference.tenant}/${reference.key}/${reference.version}`;
    const known = this.compiled.get(name);
    if (known !== undefined) return known;

    const compiling = this.compile(reference);
    this.compiled.set(name, compiling);
    // A version that is not there yet, or a database that did not answer, may be asked for again.
    const forget = (): boolean => this.compiled.delete(name);
    compiling.then((definition) => definition ?? forget(), forget);
    return compiling;
  }

  private async compile({ tenant, key, version }: DefinitionReference): Promise<ProcessDefinition | undefined> {
    const sql =
      'select xml, compiler_version as "compilerVersion" from definition where tenant = $1 and key = $2 and version = $3';
    const { rows } = await withTenant(this.pool, tenant, (transaction) =>
      transaction.query<{ xml: string; compilerVersion: number }>(sql, [tenant, key, version]),
    );
    const [row] = rows;
    if (row === undefined) return undefined;

    const reading = await readBpmn(row.xml);
    const definition = reading.ok ? reading.definitions.find((candidate) => candidate.key === key) : undefined;
    if (definition === undefined)
      throw new Error(`Expected version ${version} of '${key}' to compile, but it does not`);
    return { ...definition, version, compilerVersion: row.compilerVersion };
  }
}

// Every set gets a number, whether anything in it is new or not: what is bound to it is what was deployed by then.
const selectDeployment = `
  select boligflyt_now() as at, 1 + greatest(
    (select max(deployment) from definition where tenant = $1),
    (select max(deployment) from decision_model where tenant = $1), 0) as deployment`;

// Bound to the caller's deployment: what was the latest when the caller's own version was deployed.
const selectCalled = `
  select version from definition
  where tenant = $1 and key = $2 and ($3::int is null or version = $3) and ($4::text is null or version_tag = $4)
    and ($5::text is null or deployment <= (
      select d.deployment from process_instance as c
      join definition as d on d.tenant = c.tenant and d.key = c.definition_key and d.version = c.definition_version
      where c.tenant = $1 and c.id = $5))
  order by version desc limit 1`;
