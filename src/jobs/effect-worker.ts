import type { DueWork } from '../runtime/due-work.js';
import type { Wake } from './wake-queue.js';

/** Carries out what waits in the outbox on a hint from another process. */
export function createEffectWorker(
  dueWork: DueWork,
): (wake: Extract<Wake, { readonly kind: 'effects' }>) => Promise<void> {
  return ({ tenant }) => dueWork.drain(tenant);
}
