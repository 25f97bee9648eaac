import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';
import { createTestDatabase } from '../support/test-database.js';
import { chanceFrom, eventually, numbers, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { startCluster, type Cluster } from './support/cluster.js';
import { start } from './support/commands.js';
import { createHttpLoad, type HttpLoad } from './support/http-load.js';
import { halfDone, leftovers, look } from './support/look.js';
import { openOffice } from './support/office.js';
import { deployProving } from './support/proving-process.js';

/** T5: PostgreSQL that stops, loses connections, refuses, is locked, read-only or full; reps are hundreds of commands a fault. */
export const usualReps = 10;

const execute = promisify(execFile);

/** What a fault is done with: the load is on. */
interface Scene {
  readonly cluster: Cluster;
  readonly load: HttpLoad;
  readonly chance: () => number;
  readonly isLong: boolean;
  /** Waits until somebody was told that the store is unavailable. */
  refusal(): Promise<unknown>;
}

type Fault = (scene: Scene) => Promise<void>;

async function asOwner(url: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client(url);
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

const stopAndStart: Fault = async ({ cluster, refusal }) => {
  await cluster.stopAtOnce();
  await refusal();
  await cluster.start();
};

const oneOfOurs = `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by pid`;

const endBackends: Fault = ({ cluster, chance, isLong }) =>
  asOwner(cluster.url, async (owner) => {
    for (const _ of numbers(isLong ? 200 : 20)) {
      const { rows } = await owner.query<{ pid: number }>(oneOfOurs);
      const victim = rows[Math.floor(chance() * rows.length)];
      if (victim !== undefined) await owner.query('select pg_terminate_backend($1)', [victim.pid]);
      await wait(10);
    }
  });

// Deferred: it fails where a serialization failure does, in the commit.
const failCommits = `
  create function chaos_fail() returns trigger language plpgsql as $$
  begin
    if random() < 0.1 then raise exception 'chaos' using errcode = '40001'; end if;
    if random() < 0.1 then raise exception 'chaos' using errcode = '40P01'; end if;
    return null;
  end $$;
  create constraint trigger chaos_fail after insert on journal deferrable initially deferred
    for each row execute function chaos_fail()`;

const serializationFailures: Fault = ({ cluster, load, isLong }) =>
  asOwner(cluster.url, async (owner) => {
    await owner.query(failCommits);
    const enough = load.acknowledged.size + (isLong ? 300 : 20);
    await eventually('commands in spite of failing commits', async () =>
      load.acknowledged.size >= enough ? true : undefined,
    );
    await owner.query('drop trigger chaos_fail on journal; drop function chaos_fail');
  });

const readOnly: Fault = ({ cluster, refusal }) =>
  asOwner(cluster.url, async (owner) => {
    await owner.query('alter system set default_transaction_read_only = on');
    await owner.query('select pg_reload_conf()');
    await refusal();
    await owner.query('begin read write');
    await owner.query('commit');
    await owner.query('set default_transaction_read_only = off');
    await owner.query('alter system reset default_transaction_read_only');
    await owner.query('select pg_reload_conf()');
  });

// Longer than any statement may last in the long form: then whoever waits is told.
const heldLock: Fault = ({ cluster, refusal, isLong }) =>
  asOwner(cluster.url, async (owner) => {
    await owner.query('begin');
    await owner.query('lock table process_instance in access exclusive mode');
    await (isLong ? refusal() : wait(500));
    await owner.query('rollback');
  });

const faults: Readonly<Record<string, Fault>> = {
  stopAndStart,
  endBackends,
  serializationFailures,
  readOnly,
  heldLock,
};

async function openWorld(cluster: Cluster): Promise<ApiWorld> {
  const makeDatabase = async () => ({ url: cluster.url, drop: async () => undefined });
  return createApiWorld({ makeDatabase });
}

/** Puts load on the API, does the fault in the middle of it, and waits until every command is acknowledged. */
async function suffer(fault: Fault, parts: Omit<Scene, 'refusal'>, count: number): Promise<number> {
  const { load } = parts;
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
async function verify(cluster: Cluster, load: HttpLoad, world: ApiWorld): Promise<readonly string[]> {
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

async function playFaults(options: ChaosOptions, perFault: number): Promise<ChaosOutcome> {
  const isLong = perFault > 100;
  const cluster = await startCluster();
  const world = await openWorld(cluster);
  const load = createHttpLoad(world.address, 8);
  const seconds: Record<string, number> = {};
  for (const [name, fault] of Object.entries(faults)) {
    const parts = { cluster, load, isLong, chance: chanceFrom(options.seed) };
    seconds[name] = rounded(await suffer(fault, parts, perFault));
    options.say(`${name}: ${load.acknowledged.size} acknowledged, ${JSON.stringify([...load.statuses])}`);
  }
  const found = await verify(cluster, load, world);
  await world.stop();
  await cluster.remove();
  return {
    faults: [...load.faults, ...found],
    figures: {
      acknowledged: load.acknowledged.size,
      refused: load.statuses.get(503) ?? 0,
      longestRequestMs: Math.round(load.longestMs),
      ...Object.fromEntries(Object.entries(seconds).map(([name, value]) => [`${name}Seconds`, value])),
    },
  };
}

/** Two connections for 200 who ask at once: all are answered. */
async function crowd(perFault: number): Promise<ChaosOutcome> {
  const database = await createTestDatabase();
  const office = await openOffice({ url: database.url, commandConnections: 2 });
  await deployProving(office.store);
  const names = numbers(Math.max(200, perFault)).map((place) => `mange.${place}`);
  const outcomes = await Promise.all(names.map((name) => office.runtime.handler.handle(start(name))));
  const refused = outcomes.filter(({ ok }) => !ok).length;
  const half = await halfDone(database.url);
  await office.close();
  await database.drop();
  return {
    faults: [...half, ...(refused === 0 ? [] : [`${refused} of a crowd were refused`])],
    figures: { crowd: outcomes.length },
  };
}

const megabytes = 220;

/** A disk that fills up while commands arrive: refusals, and everything that was acknowledged once there is room again. */
async function fullDisk(options: ChaosOptions, perFault: number): Promise<ChaosOutcome> {
  const disk = mkdtempSync(join(tmpdir(), 'chaos-disk-'));
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'chaos', disk]);
  } catch {
    options.say('full disk: skipped, a small file system cannot be mounted here');
    return { faults: [], figures: { fullDisk: 'skipped' } };
  }
  try {
    return await onDisk(disk, options, perFault);
  } finally {
    await execute('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function onDisk(disk: string, { say, seed }: ChaosOptions, perFault: number): Promise<ChaosOutcome> {
  const cluster = await startCluster(disk, ['max_wal_size = 64MB', 'min_wal_size = 32MB', 'wal_recycle = off']);
  const world = await openWorld(cluster);
  const load = createHttpLoad(world.address, 8);
  const ballast = join(disk, 'ballast');
  const fill: Fault = async ({ refusal }) => {
    mkdirSync(ballast);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(ballast, 'full'), Buffer.alloc(Math.max(0, bavail * bsize - 300_000)));
    await refusal();
    rmSync(ballast, { recursive: true });
    // A server that could not write its log has stopped; a supervisor would start it.
    await cluster.start().catch(() => undefined);
  };
  const parts = { cluster, load, isLong: true, chance: chanceFrom(seed) };
  const seconds = await suffer(fill, parts, Math.max(400, perFault));
  say(`full disk: ${load.acknowledged.size} acknowledged, ${JSON.stringify([...load.statuses])}`);
  const found = await verify(cluster, load, world);
  await world.stop();
  await cluster.remove();
  return {
    faults: [...load.faults, ...found].map((fault) => `full disk: ${fault}`),
    figures: { fullDiskSeconds: rounded(seconds), fullDiskRefused: load.statuses.get(503) ?? 0 },
  };
}

export async function run(options: ChaosOptions): Promise<ChaosOutcome> {
  const perFault = options.reps * 100;
  const parts = [await playFaults(options, perFault), await crowd(perFault), await fullDisk(options, perFault)];
  return {
    faults: parts.flatMap(({ faults: found }) => found),
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
  };
}

/** Forty commands for each fault but the full disk. */
export async function runShort(options: ChaosOptions): Promise<ChaosOutcome> {
  const parts = [await playFaults(options, 40), await crowd(200)];
  return { faults: parts.flatMap(({ faults: found }) => found), figures: parts[0]?.figures ?? {} };
}
