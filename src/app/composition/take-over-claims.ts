import type { Configuration } from '../config/configuration.js';
import type { Store } from '../../store/open-store.js';

/**
 * Takes back at once what an earlier process had begun when it was killed, instead of waiting for the end of its lease. Only with the
 * embedded database, which serves one process: elsewhere another one may be at work on it.
 */
export async function takeOverClaims(
  {
    outbox,
    batches,
    deliveries,
  }: {
    readonly outbox: Pick<Store['outbox'], 'tenants' | 'forgetClaims'>;
    readonly batches: Pick<Store['batches'], 'forgetClaims'>;
    readonly deliveries: Pick<Store['deliveries'], 'forgetClaims'>;
  },
  { database }: Pick<Configuration, 'database'>,
): Promise<void> {
  if (database !== undefined) return;

  for (const tenant of await outbox.tenants()) {
    await Promise.all([outbox, batches, deliveries].map((one) => one.forgetClaims(tenant)));
  }
}
