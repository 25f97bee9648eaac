import type { FailureListener } from '../due-work.js';
import { messageOf } from '../jobs/job-runner.js';
import type { TenantId } from '../ports.js';
import type { BatchBook, ClaimedItem, ItemResult } from './batch-ports.js';
import type { ItemRunner } from './item-runner.js';

// Small enough that timers and letters never wait long for a batch of thousands.
const itemsAtATime = 20;
const mostAttempts = 5;

/** Carries batches on, a few items at a time. Truth lies in the rows: whoever comes after a crash goes on where it was. */
export class BatchWork {
  constructor(
    private readonly book: BatchBook,
    private readonly run: ItemRunner,
    private readonly onFailure: FailureListener = () => undefined,
  ) {}

  /** Claims some items, carries them out side by side and writes what became of them; answers how many are over. */
  async work(tenant: TenantId): Promise<number> {
    const claimed = await this.book.claim(tenant, itemsAtATime);
    const results = await Promise.all(claimed.map(async (item) => [item, await this.resultOf(item)] as const));
    await Promise.all([...byBatch(results).values()].map((items) => this.book.settle(items)));
    return results.filter(([, { state }]) => state !== 'again').length;
  }

  // Its attempts are counted when it is claimed: an item that ends the process each time is given up too.
  private async resultOf(item: ClaimedItem): Promise<ItemResult> {
    const givenUp: ItemResult = { state: 'failed', refusal: { reason: 'not-carried-out' } };
    if (item.attempt > mostAttempts) return givenUp;
    try {
      return await this.run(item);
    } catch (failure) {
      const subject = `item ${item.seq} of batch ${item.batch}`;
      this.onFailure({ tenant: item.tenant, subject, message: messageOf(failure) });
      return item.attempt === mostAttempts ? givenUp : { state: 'again' };
    }
  }
}

type Settled = readonly [ClaimedItem, ItemResult];

function byBatch(results: readonly Settled[]): ReadonlyMap<string, readonly Settled[]> {
  const batches = new Map<string, Settled[]>();
  for (const result of results) {
    const [{ batch }] = result;
    batches.set(batch, [...(batches.get(batch) ?? []), result]);
  }
  return batches;
}
