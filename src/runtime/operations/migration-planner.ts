import type { MigrationPlan } from '../../engine/index.js';
import { migrationPlanOf } from '../../engine/index.js';
import type { DefinitionSource, TenantId, UnknownDefinition } from '../ports.js';
import type { CaseOperation, Migration } from './operation.js';
import type { ReadyMigration, ReadyOperation } from './operation-command.js';

/** The version that a case runs on, or that a plan leads to or from. */
export interface VersionReference {
  readonly key: string;
  readonly version: number;
}

/** Proposes where the nodes of one deployed version go in another. Changes nothing. */
export class MigrationPlanner {
  constructor(private readonly definitions: DefinitionSource) {}

  /** The generated plan between two versions of one process; undefined when one of them is not deployed. */
  async plan(
    tenant: TenantId,
    { key, from, to }: { readonly key: string; readonly from: number; readonly to: number },
  ): Promise<MigrationPlan | undefined> {
    const load = (version: number) => this.definitions.load({ tenant, key, version });
    const [old, now] = await Promise.all([load(from), load(to)]);
    return old === undefined || now === undefined ? undefined : migrationPlanOf(old, now);
  }

  /** Gives a migration of a case on `version` the mapping that it lacks; leaves every other operation as it is. */
  async ready(
    tenant: TenantId,
    pinned: VersionReference,
    operation: CaseOperation,
  ): Promise<ReadyOperation | UnknownDefinition> {
    return operation.kind === 'migrate' ? this.readyMigration(tenant, pinned, operation) : operation;
  }

  /** Gives a migration of a case on `version` the mapping that it lacks. */
  async readyMigration<Wanted extends Migration>(
    tenant: TenantId,
    { key, version }: VersionReference,
    migration: Wanted,
  ): Promise<(Wanted & ReadyMigration) | UnknownDefinition> {
    const plan = await this.plan(tenant, { key, from: version, to: migration.version });
    if (plan === undefined) return { reason: 'unknown-definition', processKey: key };
    return { ...migration, mapping: migration.mapping ?? plan.mapping, process: key };
  }
}
