import type { TenantId } from '../runtime/ports.js';
import type { CanaryBook, CanaryWay } from '../runtime/watch-ports.js';
import type { WakeQueue } from './wake-queue.js';

const minuteMs = 60_000;

/** Rings a municipality's canary if it is due, and leaves the hint that rings it next. */
export type RingCanary = (tenant: TenantId, way: CanaryWay) => Promise<void>;

/**
 * A timer that takes the way of every other: the row is the truth, the queue says when to look, the sweep is the guarantee.
 * While it rings in time the queue is heard, the database answers and somebody is at work.
 */
export const createCanary =
  (queue: Pick<WakeQueue, 'add'>, book: Pick<CanaryBook, 'ring'>): RingCanary =>
  async (tenant, way) => {
    if (await book.ring(tenant, way)) await queue.add({ kind: 'canary', tenant }, minuteMs);
  };
