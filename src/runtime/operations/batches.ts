import type { TenantId } from '../ports.js';
import type { BatchBook, BatchRow, NewBatch } from './batch-ports.js';

/** Starts and steers batches; the workers are told at once, and would see by themselves. */
export class Batches {
  constructor(
    private readonly book: BatchBook,
    private readonly wake: (tenant: TenantId) => Promise<void>,
  ) {}

  /** Starts a batch; undefined when more cases are selected than a batch may have. */
  async start(tenant: TenantId, batch: NewBatch): Promise<BatchRow | undefined> {
    const row = await this.book.create(tenant, batch);
    if (row?.state === 'running') this.tell(tenant);
    return row;
  }

  /** Pauses, resumes or cancels a batch; false where its state does not allow it, or there is none. What has begun is finished. */
  async move(tenant: TenantId, id: string, to: 'running' | 'paused' | 'cancelled'): Promise<boolean> {
    const isMoved = await this.book.move(tenant, id, to);
    if (isMoved && to === 'running') this.tell(tenant);
    return isMoved;
  }

  private tell(tenant: TenantId): void {
    this.wake(tenant).catch(() => undefined);
  }
}
