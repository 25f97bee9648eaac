import type pg from 'pg';
import { readBpmn } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';
import type { DefinitionStore, DeployedProcess, Deployment } from '../../runtime/definition-ports.js';
import type { DefinitionReference, TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { withTenant } from '../with-tenant.js';
import { deployForm } from './deploy-form.js';
import { deployProcess } from './deploy-process.js';

/** Keeps deployed versions in PostgreSQL, and the compiled ones in memory: a version never changes. */
export class PostgresDefinitionStore implements DefinitionStore {
  private readonly compiled = new Map<string, Promise<ProcessDefinition | undefined>>();

  constructor(private readonly pool: pg.Pool) {}

  deploy(tenant: TenantId, { by, processes, forms }: Deployment): Promise<readonly DeployedProcess[]> {
    return withTenant(this.pool, tenant, async (transaction) => {
      // One deployment at a time, so that two at once cannot take the same version.
      await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [`deploy ${tenant}`]);
      const { rows } = await transaction.query<{ at: Instant }>('select boligflyt_now() as at');
      const deploying = { tenant, by, at: rows[0]?.at ?? '' };
      for (const form of forms) await deployForm(transaction, deploying, form);

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
