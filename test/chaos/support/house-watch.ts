import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from './chaos-run.js';
import type { HouseProcess } from './house-process.js';
import { look } from './look.js';

/** What a house was seen to hold at one moment. */
interface Sight {
  readonly memoryMb: readonly number[];
  readonly cases: number;
  readonly bytes: number;
  readonly connections: number;
}

/** What was seen of a house while it was used. */
export interface Watched {
  /** Cases that broke invariant W at any look, and how often was looked. */
  readonly forgotten: readonly string[];
  readonly looks: number;
  /** By how much the steady processes grew from their second fifth to their last, by medians; the one that grew most. */
  readonly memoryGrownMb: number;
  readonly memoryMb: number;
  /** What a case costs in rows, in the first half and in the second. */
  readonly bytesPerCase: readonly [first: number, second: number];
  readonly connections: number;
}

const lookMs = 2_000;

const sizeSql = `
  select (select count(*)::int from process_instance) as cases,
    (select sum(pg_total_relation_size(oid))::float8 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as bytes,
    (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`;

/** Looks at a house every two seconds until it is asked what it saw; the memory is that of `steady`, which are never ended. */
export function watchHouse(url: string, steady: readonly HouseProcess[]): () => Promise<Watched> {
  const rest = { isOver: false };
  const watching = (async (): Promise<Watched> => {
    const forgotten = new Set<string>();
    const sights: Sight[] = [];
    while (!rest.isOver) {
      for (const { id } of await look<{ id: string }>(url, 'select id from case_untouched')) forgotten.add(id);
      const [size] = await look<Omit<Sight, 'memoryMb'>>(url, sizeSql);
      if (size !== undefined) sights.push({ ...size, memoryMb: steady.map((one) => one.memoryMb()) });
      await wait(lookMs);
    }
    return { forgotten: [...forgotten], looks: sights.length, ...growthOf(sights, steady.length) };
  })();
  return () => {
    rest.isOver = true;
    return watching;
  };
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

function growthOf(sights: readonly Sight[], processes: number): Omit<Watched, 'forgotten' | 'looks'> {
  const fifth = Math.ceil(sights.length / 5);
  const memoryOf = (some: readonly Sight[], place: number): number =>
    median(some.map(({ memoryMb }) => memoryMb[place] ?? 0));
  const grown = Array.from(
    { length: processes },
    (_, place) => memoryOf(sights.slice(-fifth), place) - memoryOf(sights.slice(fifth, 2 * fifth), place),
  );
  const [first, middle, end] = [sights[0], sights[Math.floor(sights.length / 2)], sights.at(-1)];
  return {
    memoryGrownMb: Math.round(Math.max(...grown)),
    memoryMb: Math.round(Math.max(...(end?.memoryMb ?? [0]))),
    bytesPerCase: [bytesPerCase(first, middle), bytesPerCase(middle, end)],
    connections: Math.max(...sights.map(({ connections }) => connections)),
  };
}

const bytesPerCase = (from: Sight | undefined, to: Sight | undefined): number =>
  Math.round(((to?.bytes ?? 0) - (from?.bytes ?? 0)) / Math.max(1, (to?.cases ?? 0) - (from?.cases ?? 0)));
