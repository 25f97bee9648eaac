import type { RedisConnection } from '../../../src/jobs/redis-home.js';
import type { Wake } from '../../../src/jobs/wake-queue.js';
import { eventually, numbers } from './chaos-run.js';
import { start } from './commands.js';
import { look } from './look.js';
import type { Office } from './office.js';

const seconds = 3;

/** What became of timers. */
export interface Rung {
  readonly lost: number;
  readonly early: number;
  readonly latestSeconds: number;
}

const rungSql = `
  select count(*) filter (where fired_at is null)::int as lost,
    count(*) filter (where fired_at < due_at)::int as early,
    coalesce(max(extract(epoch from fired_at - due_at)), 0)::float8 as "latestSeconds"
  from timer where instance like $1 || '.%'`;

/** Sets timers, lets something happen before their time, and waits until all have rung or two minutes are over. */
export async function suffer(office: Office, url: string, { name, count, waiting, act }: Scene): Promise<Rung> {
  const cases = numbers(count).map((place) => start(`${name}.${place}`, { process: 'vente', frist: `PT${seconds}S` }));
  await Promise.all(cases.map((request) => office.runtime.handler.handle(request)));
  await eventually(`hints for ${name}`, async () => ((await waiting()) >= count ? true : undefined)).catch(
    () => undefined,
  );
  await act();
  // Lateness is measured afterwards; this only says when to give up.
  await eventually(
    `the timers of ${name}`,
    async () => {
      const [rung] = await look<Rung>(url, rungSql, [name]);
      return rung?.lost === 0 ? true : undefined;
    },
    120_000,
  ).catch(() => undefined);
  const [rung] = await look<Rung>(url, rungSql, [name]);
  return rung ?? { lost: count, early: 0, latestSeconds: 0 };
}

/** How many timers, and what happens meanwhile. */
export interface Scene {
  readonly name: string;
  readonly count: number;
  /** How many hints are in Redis for later. */
  readonly waiting: () => Promise<number>;
  readonly act: () => Promise<void>;
}

/** How many hints are in Redis for later. */
export const delayed = (client: RedisConnection) => (): Promise<number> =>
  client.zcard('{boligflyt}:boligflyt-wake:delayed');

/** Gives a hint again until the queue has it: it refuses them while its connection is being mended. */
export const heard = (office: Office, wake: Wake): Promise<unknown> =>
  eventually('the queue', () =>
    office.queue.add(wake, 0).then(
      () => true,
      () => undefined,
    ),
  );
