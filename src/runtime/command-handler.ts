import type { CommandGroup, WaitingCommand } from './command-queue.js';
import { CommandQueue } from './command-queue.js';
import type { CommandOutcome, CommandRequest, DueRing, ProcessInstanceStore, RungTimer, TenantId } from './ports.js';

/** Told about every committed command; must neither throw nor be waited for. */
export type CommitListener = (request: CommandRequest, outcome: CommandOutcome & { readonly ok: true }) => void;

// Two groups: while one waits for the disk, the next is decided. More only fight over the same cores.
const groupsInFlight = 2;

/** The one road by which anything changes: HTTP, timers, messages, job workers and operators all arrive here. */
export class CommandHandler {
  private readonly queue = new CommandQueue();
  private readonly rings: (() => Promise<void>)[] = [];
  private inFlight = 0;
  private isRingNext = false;
  private dispatching = false;

  constructor(
    private readonly store: ProcessInstanceStore,
    private readonly onCommitted: CommitListener = () => undefined,
  ) {}

  /** Answers once the command is committed or refused; rejects only when the store itself fails. */
  handle(request: CommandRequest): Promise<CommandOutcome> {
    return new Promise((resolve, reject) => {
      this.queue.add({ request, resolve, reject });
      this.dispatchSoon();
    });
  }

  /** Rings timers that are due and that nobody else rings, as one group in its turn; rejects when one of them harms the group. */
  ringDue(tenant: TenantId, due: DueRing): Promise<readonly RungTimer[]> {
    return new Promise((resolve, reject) => {
      this.rings.push(() => this.commitRings(tenant, due).then(resolve, reject));
      this.dispatchSoon();
    });
  }

  // A microtask later, so that what arrives in the same breath shares a transaction and a lone command waits for nothing.
  private dispatchSoon(): void {
    if (this.dispatching) return;

    this.dispatching = true;
    queueMicrotask(() => {
      this.dispatching = false;
      this.dispatch();
    });
  }

  private dispatch(): void {
    while (this.inFlight < groupsInFlight) {
      const work = this.next();
      if (work === undefined) return;

      this.inFlight += 1;
      void work().finally(() => {
        this.inFlight -= 1;
        this.dispatch();
      });
    }
  }

  // By turns, so that a hundred thousand due timers make no person wait for more than one group of them.
  private next(): (() => Promise<void>) | undefined {
    const ring = this.isRingNext ? this.rings.shift() : undefined;
    const work = ring ?? this.nextGroup() ?? this.rings.shift();
    this.isRingNext = ring === undefined;
    return work;
  }

  private nextGroup(): (() => Promise<void>) | undefined {
    const group = this.queue.take();
    return group && (() => this.commit(group).finally(() => this.queue.release(group)));
  }

  private async commitRings(tenant: TenantId, due: DueRing): Promise<readonly RungTimer[]> {
    const rung = await this.store.changeDue(tenant, due);
    for (const { request, outcome } of rung) if (outcome.ok) this.onCommitted(request, outcome);
    return rung;
  }

  private async commit(group: CommandGroup): Promise<void> {
    const requests = group.waiting.map(({ request }) => request);
    let outcomes: readonly CommandOutcome[];
    try {
      outcomes = await this.store.change(group.tenant, requests);
    } catch (failure) {
      return this.commitOneByOne(group, failure);
    }

    group.waiting.forEach((waiting, index) => this.answer(waiting, outcomes[index]));
  }

  // One failing command must harm no neighbour: alone, only the one that fails is told so.
  private async commitOneByOne(group: CommandGroup, failure: unknown): Promise<void> {
    const [first, ...others] = group.waiting;
    if (first !== undefined && others.length === 0) return first.reject(failure);

    // Side by side: where the store is silent, the last of 64 must not wait for 63 times its patience.
    await Promise.all(group.waiting.map((waiting) => this.commit({ tenant: group.tenant, waiting: [waiting] })));
  }

  private answer(waiting: WaitingCommand, outcome: CommandOutcome | undefined): void {
    if (outcome === undefined) return waiting.reject(new Error('Expected an outcome for every command of a group'));

    if (outcome.ok) this.onCommitted(waiting.request, outcome);
    waiting.resolve(outcome);
  }
}
