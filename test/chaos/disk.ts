import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chanceFrom, eventually, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { startCluster, type Cluster } from './support/cluster.js';
import { createHttpLoad } from './support/http-load.js';
import { asOwner, openWorldOn, suffer, verify, type Fault } from './support/store-fault.js';

/** T5: the disk of PostgreSQL fills up, that of the data or that of the log; reps are hundreds of commands each. */
export const usualReps = 4;

const execute = promisify(execFile);

type Part = 'data' | 'log';

// The data are some 40 MB before anything is in them; of the log two files of 16 MB are always there.
const megabytes: Readonly<Record<Part, number>> = { data: 128, log: 96 };

/** A small file system of memory for as long as `work` lasts; undefined where none may be mounted. */
async function withSmallDisk<Answer>(
  size: number,
  work: (disk: string) => Promise<Answer>,
): Promise<Answer | undefined> {
  const disk = mkdtempSync(join(tmpdir(), 'chaos-disk-'));
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${size}m,mode=755`, 'chaos', disk]);
  } catch {
    rmSync(disk, { recursive: true, force: true });
    return undefined;
  }
  try {
    return await work(disk);
  } finally {
    await execute('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

const freeOn = (disk: string): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

/** Leaves no room on `disk` until somebody was refused; then there is room again. */
const fill =
  (disk: string, part: Part): Fault =>
  async ({ cluster, refusal }) => {
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(freeOn(disk)));
    // The log is written into files that are there already: the next one is what there is no room for.
    if (part === 'log') await asOwner(cluster.url, async (owner) => void (await owner.query('select pg_switch_wal()')));
    await refusal();
    rmSync(ballast);
    await bringBack(cluster);
  };

/** A server that could not write its log has stopped; a supervisor would start it. */
async function bringBack(cluster: Cluster): Promise<void> {
  await eventually('a server that takes connections', () =>
    asOwner(cluster.url, async (owner) => void (await owner.query('select 1'))).then(
      () => true,
      () =>
        cluster.start().then(
          () => undefined,
          () => undefined,
        ),
    ),
  );
}

async function play(part: Part, count: number, { say, seed }: ChaosOptions): Promise<ChaosOutcome> {
  const outcome = await withSmallDisk(megabytes[part], async (disk) => {
    const settings = ['max_wal_size = 48MB', 'min_wal_size = 32MB', 'wal_recycle = off'];
    const cluster = await startCluster({ ...(part === 'data' ? { parent: disk } : { logParent: disk }), settings });
    try {
      return await sufferFullDisk(cluster, fill(disk, part), { part, count, seed });
    } finally {
      await cluster.remove();
    }
  });
  if (outcome === undefined) say(`full ${part}: skipped, a small file system cannot be mounted here`);
  else say(`full ${part}: ${JSON.stringify(outcome.figures)}`);
  return outcome ?? { faults: [], figures: { [part]: 'skipped' } };
}

interface FullDisk {
  readonly part: Part;
  readonly count: number;
  readonly seed: number;
}

async function sufferFullDisk(cluster: Cluster, fault: Fault, { part, count, seed }: FullDisk): Promise<ChaosOutcome> {
  const world = await openWorldOn(cluster);
  const load = createHttpLoad(world.address, 8);
  const seconds = await suffer(fault, { cluster, load, count, isLong: true, chance: chanceFrom(seed) });
  const found = await verify(cluster, load, world);
  await world.stop();
  const refused = load.statuses.get(503) ?? 0;
  return {
    faults: [...load.faults, ...found].map((one) => `full ${part}: ${one}`),
    figures: {
      [`${part}Acknowledged`]: load.acknowledged.size,
      [`${part}Refused`]: refused,
      [`${part}Seconds`]: rounded(seconds),
    },
  };
}

async function playBoth(count: number, options: ChaosOptions): Promise<ChaosOutcome> {
  const outcomes = [await play('data', count, options), await play('log', count, options)];
  return {
    faults: outcomes.flatMap(({ faults }) => faults),
    figures: Object.assign({}, ...outcomes.map(({ figures }) => figures)),
  };
}

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => playBoth(options.reps * 100, options);

/** A full disk of the data while forty commands are given. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play('data', 40, options);
