import pg from 'pg';
import { createApiWorld, type ApiWorld } from '../../support/api-world.js';
import { eventually } from './chaos-run.js';
import type { Cluster } from './cluster.js';
import type { HttpLoad } from './http-load.js';
import { halfDone, leftovers, look } from './look.js';

/** What a fault is done with: the load is on. */
export interface Scene {
  readonly cluster: Cluster;
  readonly load: HttpLoad;
  readonly chance: () => number;
  readonly isLong: boolean;
  /** How many commands are given meanwhile. */
  readonly count: number;
  /** Waits until somebody was told that the store is unavailable. */
  refusal(): Promise<unknown>;
}

/** Something that happens to a database; resolves when it is over. */
export type Fault = (scene: Scene) => Promise<void>;

/** Works with a connection as the owner of the database. */
export async function asOwner(url: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client(url);
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

/** The application behind HTTP on a cluster of the run's own. */
export async function openWorldOn(cluster: Cluster): Promise<ApiWorld> {
  return createApiWorld({ database: { url: cluster.url, drop: async () => undefined } });
}

/** Puts load on the API, does the fault in the middle of it, and waits until every command is acknowledged. */
export async function suffer(fault: Fault, parts: Omit<Scene, 'refusal'>): Promise<number> {
  const { load, count } = parts;
  const from = load.acknowledged.size;
  const given = load.give(count);
  await eventually('a quarter of the commands', async () =>
    load.acknowledged.size >= from + count / 4 ? true : undefined,
  );
  const refused = load.statuses.get(503) ?? 0;
  const refusal = () =>
    eventually('a refusal', async () => ((load.statuses.get(503) ?? 0) > refused ? true : undefined));
  const begun = performance.now();
  await fault({ ...parts, refusal });
  await given;
  return (performance.now() - begun) / 1000;
}

/** Every acknowledged command is there, every key began one case, and nothing is half done or left over. */
export async function verify(cluster: Cluster, load: HttpLoad, world: ApiWorld): Promise<readonly string[]> {
  // As when the leases and the rests have run out.
  await asOwner(cluster.url, async (owner) => {
    await owner.query('update outbox set claimed_until = null where done_at is null and failed_at is null');
  });
  await world.settle();
  const receipts = await look<{ key: string; instance: string }>(
    cluster.url,
    `select r.key, r.instance from command_receipt r join process_instance c on c.id = r.instance where r.key like 'last-%'`,
  );
  const kept = new Map(receipts.map(({ key, instance }) => [key, instance]));
  const lost = [...load.acknowledged].filter(([key, instance]) => kept.get(key) !== instance);
  const [cases] = await look<{ count: number }>(
    cluster.url,
    `select count(*)::int from process_instance where definition_key = 'boligtildeling'`,
  );
  return [
    ...lost.map(([key, instance]) => `${key}: acknowledged as ${instance}, kept as ${kept.get(key)}`),
    ...(cases?.count === load.acknowledged.size ? [] : [`${cases?.count} cases of ${load.acknowledged.size} keys`]),
    ...(await halfDone(cluster.url)),
    ...(await leftovers(cluster.url)),
  ];
}
