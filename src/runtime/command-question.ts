import type { Rejection } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { Clock, Decide, TenantId, UntimedCommand } from './ports.js';
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
}
