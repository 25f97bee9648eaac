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

const largestGroup = 64;

/** What waits, in order of arrival. Commands for the same instance are never in flight at the same time. */
export class CommandQueue {
  private waiting: readonly WaitingCommand[] = [];
  private readonly arrived: WaitingCommand[] = [];
  private readonly busy = new Set<string>();

  add(command: WaitingCommand): void {
    this.arrived.push(command);
  }

  /** The next group, or undefined when nothing can be started now. Its instances stay busy until `release`. */
  take(): CommandGroup | undefined {
    this.waiting = [...this.waiting, ...this.arrived.splice(0)];
    const held = new Set(this.busy);
    const taken: WaitingCommand[] = [];
    const left: WaitingCommand[] = [];
    for (const command of this.waiting) {
      const isFree = !held.has(keyOf(command)) && mayJoin(taken, command);
      // Held also when left behind: a later command for the same instance must not overtake it.
      held.add(keyOf(command));
      (isFree ? taken : left).push(command);
    }
    const tenant = taken[0]?.request.tenant;
    if (tenant === undefined) return undefined;

    this.waiting = left;
    taken.forEach((command) => this.busy.add(keyOf(command)));
    return { tenant, waiting: taken };
  }

  release(group: CommandGroup): void {
    group.waiting.forEach((command) => this.busy.delete(keyOf(command)));
  }
}

const keyOf = ({ request }: WaitingCommand): string => `${request.tenant}/${request.processInstanceId}`;

function mayJoin(taken: readonly WaitingCommand[], command: WaitingCommand): boolean {
  const [first] = taken;
  return first === undefined || (taken.length < largestGroup && first.request.tenant === command.request.tenant);
}
