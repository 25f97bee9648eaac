import type { TenantId } from '../runtime/ports.js';
import type { Outbox } from '../runtime/outbox-ports.js';

/** Goes through every municipality at boot and then again and again: the guarantee behind every hint. */
export class Sweeper {
  private next: NodeJS.Timeout | undefined;
  private isStopped = false;
  private current: Promise<void> = Promise.resolve();

  constructor(
    private readonly outbox: Pick<Outbox, 'tenants'>,
    private readonly visit: (tenant: TenantId) => Promise<void>,
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
      // Side by side: no municipality waits for another one's mail server, or fails with it.
      await Promise.all((await this.outbox.tenants()).map((tenant) => this.sweepOne(tenant)));
    } catch (failure) {
      // The database may be away for a while; the next sweep asks again.
      this.options.onFailure(failure);
    }
    if (this.isStopped) return;

    this.next = setTimeout(() => void this.start(), this.options.everyMs);
  }

  private async sweepOne(tenant: TenantId): Promise<void> {
    try {
      await this.visit(tenant);
    } catch (failure) {
      this.options.onFailure(failure);
    }
  }
}
