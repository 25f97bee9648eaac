import { setImmediate as nextTurn } from 'node:timers/promises';
import { oneAtATime } from '../runtime/one-at-a-time.js';
import type { TenantId } from '../runtime/ports.js';

interface Asked<Found> {
  readonly key: string;
  readonly resolve: (found: Found | undefined) => void;
  readonly reject: (failure: unknown) => void;
}

/**
 * A lookup whose callers share questions: one is on its way for each municipality, and who asks meanwhile shares the next. The question
 * is sent after everybody who shares it has asked, so that nobody is told what was true before; a lone caller waits for nobody.
 * `keyOf` says which row is whose; who asked for a key without a row gets undefined.
 */
export function sharedLookup<Key extends string, Found>(
  askFor: (tenant: TenantId, keys: readonly Key[]) => Promise<readonly Found[]>,
  keyOf: (found: Found) => string,
): (tenant: TenantId, key: Key) => Promise<Found | undefined> {
  const waiting = new Map<TenantId, (Asked<Found> & { readonly key: Key })[]>();
  const rounds = oneAtATime(async (tenant) => {
    // What else has arrived at the socket in this turn comes along.
    await nextTurn();
    const asked = waiting.get(tenant) ?? [];
    waiting.delete(tenant);
    if (asked.length === 0) return;

    try {
      const found = await askFor(tenant, [...new Set(asked.map(({ key }) => key))]);
      const byKey = new Map(found.map((one) => [keyOf(one), one]));
      for (const { key, resolve } of asked) resolve(byKey.get(key));
    } catch (failure) {
      for (const { reject } of asked) reject(failure);
    }
  });

  return (tenant, key) =>
    new Promise((resolve, reject) => {
      const others = waiting.get(tenant);
      if (others === undefined) waiting.set(tenant, [{ key, resolve, reject }]);
      else others.push({ key, resolve, reject });
      void rounds.run(tenant);
    });
}
