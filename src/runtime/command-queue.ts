import type { CommandOutcome, CommandRequest, TenantId } from './ports.js';

/** A command and who waits for its answer. */
export interface WaitingCommand {
  readonly request: CommandRequest;
  readonly resolve: (outcome: CommandOutcome) => void;
  readonly reject: (failure: unknown) => void;
}

/** Commands of one municipality for distinct instances: what one transaction carries out. */
export interface CommandGroup {
  readonly tenant: TenantId;
  readonly waiting: readonly WaitingCommand[];
}

// Twice as many make the transaction twice as long for all in it, and hardly cheaper for each.
const largestGroup = 128;

/**
 * What waits. Municipalities take turns, so that a thousand commands of one delay nobody else by more than the groups before
 * theirs; within one, commands go in order of arrival. Commands for the same instance are never in flight at the same time.
 */
export class CommandQueue {
  // A map keeps its order: who has had a turn goes to the end.
  private readonly waiting = new Map<TenantId, readonly WaitingCommand[]>();
  private readonly arrived: WaitingCommand[] = [];
  private readonly busy = new Set<string>();

  add(command: WaitingCommand): void {
    this.arrived.push(command);
  }

  /** The next group, or undefined when nothing can be started now. Its instances stay busy until `release`. */
  take(): CommandGroup | undefined {
    this.sortIn();
    for (const [tenant, commands] of this.waiting) {
      const { taken, left } = this.firstOf(commands);
      if (taken.length === 0) continue;

      this.waiting.delete(tenant);
      if (left.length > 0) this.waiting.set(tenant, left);
      taken.forEach((command) => this.busy.add(keyOf(command)));
      return { tenant, waiting: taken };
    }
    return undefined;
  }

  release(group: CommandGroup): void {
    group.waiting.forEach((command) => this.busy.delete(keyOf(command)));
  }

  private sortIn(): void {
    const added = new Map<TenantId, WaitingCommand[]>();
    for (const command of this.arrived.splice(0)) {
      const { tenant } = command.request;
      const list = added.get(tenant) ?? [];
      list.push(command);
      added.set(tenant, list);
    }
    for (const [tenant, list] of added) this.waiting.set(tenant, [...(this.waiting.get(tenant) ?? []), ...list]);
  }

  /** As many of the first commands as fit into a group, and the others in their order. */
  private firstOf(commands: readonly WaitingCommand[]) {
    const held = new Set<string>();
    const taken: WaitingCommand[] = [];
    const passedOver: WaitingCommand[] = [];
    let seen = 0;
    for (const command of commands) {
      if (taken.length === largestGroup) break;
      seen += 1;
      const key = keyOf(command);
      (held.has(key) || this.busy.has(key) ? passedOver : taken).push(command);
      // Held also when passed over: a later command for the same instance must not overtake it.
      held.add(key);
    }
    return { taken, left: [...passedOver, ...commands.slice(seen)] };
  }
}

const keyOf = ({ request }: WaitingCommand): string => `${request.tenant}/${request.processInstanceId}`;
