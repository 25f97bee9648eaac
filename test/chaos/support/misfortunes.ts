import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { HouseProcess } from './house-process.js';
import type { House } from './house.js';
import { look } from './look.js';
import type { RedisServer } from './redis.js';

/** What may happen to a house while it is used. */
export interface Scene {
  readonly house: House;
  readonly redis: RedisServer;
  /** Processes that may be ended. */
  readonly mortal: readonly HouseProcess[];
  /** From 0 to below 1, the same for the same seed. */
  readonly chance: () => number;
}

type Misfortune = (scene: Scene) => Promise<void>;

const one = <Item>(items: readonly Item[], chance: () => number): Item | undefined =>
  items[Math.floor(chance() * items.length)];

/** Lets it last for up to five seconds. */
const last = ({ chance }: Scene): Promise<void> => wait(500 + chance() * 4_500);

const end =
  (kind: HouseProcess['kind'], signal: 'SIGTERM' | 'SIGKILL'): Misfortune =>
  async (scene) => {
    const process = scene.mortal.find((mortal) => mortal.kind === kind);
    await process?.end(signal);
    await last(scene);
    await process?.start();
  };

async function flushRedis({ redis }: Scene): Promise<void> {
  const client = new Redis(redis.url, { maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  await client.flushall();
  client.disconnect();
}

async function killRedis(scene: Scene): Promise<void> {
  await scene.redis.kill();
  await last(scene);
  await scene.redis.start();
}

const endSql = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() order by hashint4(pid + $1::int) limit $2::int`;

/** Ends up to ten connections to PostgreSQL, whatever happens on them. */
const endBackends: Misfortune = async ({ house, chance }) =>
  void (await look(house.url, endSql, [Math.floor(chance() * 1e6), 1 + Math.floor(chance() * 10)]));

async function treatMailBadly(scene: Scene): Promise<void> {
  const { mail } = scene.house;
  mail.treat(one(['silent', 'trickling'], scene.chance) ?? 'silent');
  await last(scene);
  mail.treat('well');
}

const misfortunes = {
  killWorker: end('worker', 'SIGKILL'),
  killWeb: end('web', 'SIGKILL'),
  endWorker: end('worker', 'SIGTERM'),
  flushRedis,
  killRedis,
  endBackends,
  badMail: treatMailBadly,
} satisfies Readonly<Record<string, Misfortune>>;

export type MisfortuneName = keyof typeof misfortunes;

const names: readonly MisfortuneName[] = [
  'killWorker',
  'flushRedis',
  'endBackends',
  'killWeb',
  'killRedis',
  'badMail',
  'endWorker',
];

/**
 * Lets one misfortune follow the other until `isOver`, a rest of one to sixteen seconds before each, and answers how often each
 * happened: all of them once, then whichever the seed says.
 */
export async function suffer(scene: Scene, isOver: () => boolean): Promise<ReadonlyMap<MisfortuneName, number>> {
  const happened = new Map<MisfortuneName, number>();
  for (let place = 0; ; place += 1) {
    await wait(1_000 + scene.chance() * 15_000);
    if (isOver()) return happened;

    const name = names[place] ?? one(names, scene.chance) ?? 'killWorker';
    await misfortunes[name](scene);
    happened.set(name, (happened.get(name) ?? 0) + 1);
  }
}

/** Lets these happen one after the other, half a second between them. */
export async function sufferEach(
  scene: Scene,
  these: readonly MisfortuneName[],
): Promise<ReadonlyMap<MisfortuneName, number>> {
  for (const name of these) {
    await wait(500);
    await misfortunes[name](scene);
  }
  return new Map(these.map((name) => [name, 1]));
}
