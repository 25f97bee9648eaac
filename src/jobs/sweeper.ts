import type { DueWork } from '../runtime/due-work.js';
import type { Outbox } from '../runtime/ports.js';

/** Goes through every municipality at boot and then again and again: the guarantee behind every hint. */
export class Sweeper {
  private next: NodeJS.Timeout | undefined;
  private isStopped = false;
  private current: Promise<void> = Promise.resolve();

  constructor(
    private readonly outbox: Pick<Outbox, 'tenants'>,
    private readonly dueWork: DueWork,
    private readonly options: { readonly everyMs: number; readonly onFailure: (failure: unknown) => void },
  ) {}

  /** Sweeps once; the answer comes when that is done. Then every `everyMs`, counted from the end of a sweep. */
  start(): Promise<void> {
    this.current = this.sweep();
    return this.current;
  }

  /** Begins no more sweeps, and waits for the one under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.next);
    await this.current;
  }

  private async sweep(): Promise<void> {
    try {
      for (const tenant of await this.outbox.tenants()) await this.dueWork.drain(tenant);
    } catch (failure) {
      // The database may be away for a while; the next sweep asks again.
      this.options.onFailure(failure);
    }
    if (this.isStopped) return;

    this.next = setTimeout(() => void this.start(), this.options.everyMs);
  }
}
