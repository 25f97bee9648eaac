import { setTimeout as wait } from 'node:timers/promises';
import { createTestDatabase } from '../support/test-database.js';
import { chanceFrom, eventually, numbers, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { startCluster, type Cluster } from './support/cluster.js';
import { start } from './support/commands.js';
import { createHttpLoad } from './support/http-load.js';
import { halfDone } from './support/look.js';
import { openOffice } from './support/office.js';
import { deployProving } from './support/proving-process.js';
import { asOwner, openWorldOn, suffer, verify, type Fault } from './support/store-fault.js';

/** T5: PostgreSQL that stops, loses connections, refuses, is locked, or read-only; reps are hundreds of commands a fault. */
export const usualReps = 10;

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

const serializationFailures: Fault = ({ cluster, load, count }) =>
  asOwner(cluster.url, async (owner) => {
    await owner.query(failCommits);
    const enough = load.acknowledged.size + count / 2;
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

async function playFaults(options: ChaosOptions, perFault: number): Promise<ChaosOutcome> {
  const cluster = await startCluster();
  try {
    return await playOn(cluster, options, perFault);
  } finally {
    await cluster.remove();
  }
}

async function playOn(cluster: Cluster, options: ChaosOptions, perFault: number): Promise<ChaosOutcome> {
  const isLong = perFault > 100;
  const world = await openWorldOn(cluster);
  const load = createHttpLoad(world.address, 8);
  const seconds: Record<string, number> = {};
  for (const [name, fault] of Object.entries(faults)) {
    const parts = { cluster, load, isLong, count: perFault, chance: chanceFrom(options.seed) };
    seconds[name] = rounded(await suffer(fault, parts));
    options.say(`${name}: ${load.acknowledged.size} acknowledged, ${JSON.stringify([...load.statuses])}`);
  }
  const found = await verify(cluster, load, world);
  await world.stop();
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

export async function run(options: ChaosOptions): Promise<ChaosOutcome> {
  const perFault = options.reps * 100;
  const parts = [await playFaults(options, perFault), await crowd(perFault)];
  return {
    faults: parts.flatMap(({ faults: found }) => found),
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
  };
}

/** Forty commands for each fault. */
export async function runShort(options: ChaosOptions): Promise<ChaosOutcome> {
  const parts = [await playFaults(options, 40), await crowd(200)];
  return { faults: parts.flatMap(({ faults: found }) => found), figures: parts[0]?.figures ?? {} };
}
