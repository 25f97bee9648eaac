import type { Actor, Rejection } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { Clock, Decide, TenantId, UntimedCommand } from './ports.js';
import type { ReadyMigration } from './operations/operation-command.js';
import type { CaseReader } from './read-ports.js';

/** Asks what would become of commands that nobody gives: what a button is drawn by. Changes nothing. */
export class CommandQuestion {
  constructor(
    private readonly cases: Pick<CaseReader, 'snapshot'>,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly decide: Decide,
  ) {}

  /** Why each command would be refused now, in their order; undefined where it would be accepted. */
  async ask(
    tenant: TenantId,
    processInstanceId: Id<'ProcessInstance'>,
    commands: readonly UntimedCommand[],
  ): Promise<readonly (Rejection | undefined)[]> {
    const before = await this.cases.snapshot(tenant, processInstanceId);
    if (before === undefined) return commands.map(() => ({ reason: 'process-instance-not-found' }));

    const at = await this.clock.now(tenant);
    const { key, version } = before.definition;
    const decisions = commands.map((command) => this.decide(before, { ...command, at }, { tenant, key, version }));
    return (await Promise.all(decisions)).map((decision) => (decision.ok ? undefined : decision.rejection));
  }

  /** Why a migration would be refused now, naming every element in its way; undefined where it would be accepted. */
  async askMigration(
    tenant: TenantId,
    processInstanceId: Id<'ProcessInstance'>,
    { process, version, mapping, actor }: ReadyMigration & { readonly actor: Actor },
  ): Promise<Rejection | undefined> {
    const before = await this.cases.snapshot(tenant, processInstanceId);
    if (before === undefined) return { reason: 'process-instance-not-found' };

    const at = await this.clock.now(tenant);
    const { key, version: now } = before.definition;
    const target = { tenant, key: process, version };
    const command = { type: 'MigrateProcessInstance', mapping, actor, at } as const;
    const decision = await this.decide(before, command, { tenant, key, version: now, target });
    return decision.ok ? undefined : decision.rejection;
  }
}
