import pg from 'pg';
import { createTestDatabase } from '../support/test-database.js';
import { eventually, percentile, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { startChildOffice, type ChildOffice } from './support/child-office.js';
import { crashPoints, type CrashPoint } from './support/crash-points.js';
import { halfDone, leftovers, look } from './support/look.js';
import { openOffice, type RedisHome } from './support/office.js';
import type { ProvenCommand } from './support/office-process.js';
import { deployProving } from './support/proving-process.js';
import { startReceiver, type Receiver } from './support/receiver.js';
import { hasRedisServer } from '../support/redis-server.js';
import { startRedis } from './support/redis.js';

/** T3: kills with SIGKILL at every named point of every command; reps are repetitions of the whole matrix. */
export const usualReps = 1;

const commandsOf = (rep: number): readonly ProvenCommand[] => [
  ...(['start', 'claim', 'complete', 'answer', 'ring', 'job'] as const),
  rep % 2 === 0 ? 'migrate' : 'modify',
  'cancel',
];

// The programme's figure: a case goes on so soon after a new process.
const mostSeconds = 35;

interface Cell {
  readonly name: string;
  readonly point: CrashPoint;
  readonly command: ProvenCommand;
}

const cellsOf = (reps: number): readonly Cell[] =>
  Array.from({ length: reps }, (_, rep) =>
    commandsOf(rep).flatMap((command) =>
      crashPoints.map((point) => ({ name: `${point}.${command}.${rep}`, point, command })),
    ),
  ).flat();

/** One municipality and the process that serves it, with another one that has read its code and waits. */
interface Lane {
  readonly url: string;
  readonly home: RedisHome | undefined;
  readonly receiver: Receiver;
  office: ChildOffice;
  standby: Promise<ChildOffice>;
  /** The seconds until each case went on. */
  readonly recoveries: { readonly cell: Cell; readonly seconds: number }[];
  readonly faults: string[];
}

const homeOf = ({ home }: Lane): string => home?.kind ?? 'postgres';

async function openLane(url: string, home: RedisHome | undefined): Promise<Lane> {
  const receiver = await startReceiver();
  const office = await openOffice({ url, home });
  await deployProving(office.store);
  await office.close();
  const lane = { url, home, receiver, recoveries: [], faults: [] };
  const child = await startChildOffice();
  await child.order({ do: 'open', options: { url, home, receiver: receiver.port } });
  return { ...lane, office: child, standby: startChildOffice() };
}

/** Lets the next process take the place of the one that was killed. */
async function succeed(lane: Lane, dieAt?: CrashPoint): Promise<'done' | 'gone'> {
  lane.office = await lane.standby;
  lane.standby = startChildOffice();
  const { url, home, receiver } = lane;
  const options = { url, home, receiver: receiver.port };
  return lane.office.order({ do: 'open', options, ...(dieAt === undefined ? {} : { dieAt }) });
}

async function playCell(lane: Lane, cell: Cell): Promise<void> {
  const { name, point, command } = cell;
  const bystanders = Array.from({ length: point === 'mid-sweep' ? 5 : 1 }, (_, place) => `${name}.ved.${place}`);
  await lane.office.order({ do: 'prepare', name, command });
  const said = lane.office.lines.length;
  if (!(await strike(lane, cell, bystanders))) lane.faults.push(`${name}: the point was never reached`);

  const victim = lane.office.lines.slice(said);
  const acknowledged = victim.flatMap((line) => (line.isDone === true ? [line.acknowledged ?? ''] : []));
  const cases = [name, ...bystanders];
  lane.faults.push(...(await halfDone(lane.url, cases)));
  const there = await look<{ id: string }>(lane.url, `${receiptsSql} where instance = any($1)`, [cases]);
  for (const one of acknowledged)
    if (!there.some(({ id }) => id === one)) lane.faults.push(`${one}: acknowledged, but not there`);

  if (point === 'boot' && (await succeed(lane, 'boot')) !== 'gone') lane.faults.push(`${name}: did not die at boot`);
  const begun = performance.now();
  await succeed(lane);
  const request = victim.find((line) => line.request !== undefined)?.request;
  if (request === undefined) throw new Error(`Expected ${name} to have said its command, but it did not`);
  await lane.office.order({ do: 'strike', name, command, bystanders, request });
  await lane.office.order({ do: 'settle' });
  const seconds = (performance.now() - begun) / 1000;
  lane.recoveries.push({ cell, seconds });
  if (seconds > mostSeconds) lane.faults.push(`${name}: went on after ${seconds} s`);
  await lane.office.order({ do: 'finish', name, byAlarm: command === 'ring' });
  lane.faults.push(...(await halfDone(lane.url, cases)), ...notHeardOnce(lane.receiver, cell, bystanders));
}

// A receipt for every case that was started and for every command with a key of its own.
const receiptsSql = `select distinct instance as id from command_receipt`;

/** Strikes until the process is gone; false when it lived on. */
async function strike(lane: Lane, { name, point, command }: Cell, bystanders: readonly string[]): Promise<boolean> {
  const order = { do: 'strike', name, command, bystanders } as const;
  if (point === 'between-writes') return killBetweenWrites(lane, () => lane.office.begin(order));
  const aim = point === 'boot' ? 'after-answer' : point;
  const answer = await lane.office.order({ ...order, point: aim });
  if (answer === 'gone') return true;
  await lane.office.kill();
  return false;
}

const gate = 4711;

/**
 * Holds the server in the middle of the statement that writes everything, and kills who waits for its answer. What was sent with it, the
 * commit, may still be carried out: whoever asks again learns whether it was.
 */
async function killBetweenWrites(lane: Lane, begin: () => void): Promise<boolean> {
  const owner = new pg.Client(lane.url);
  await owner.connect();
  await owner.query(`select pg_advisory_lock(${gate})`);
  await owner.query(`create or replace function chaos_gate() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(${gate}); return new; end $$`);
  await owner.query(
    'create or replace trigger chaos_gate before insert on outbox for each row execute function chaos_gate()',
  );
  const said = lane.office.lines.length;
  begin();
  // Who is killed before it has said what it asks cannot be asked the same again.
  await eventually('its request', async () =>
    lane.office.lines.slice(said).some(({ request }) => request !== undefined) ? true : undefined,
  );
  const waits = `select from pg_locks where locktype = 'advisory' and objid = ${gate} and not granted`;
  await eventually('a write that is held', async () => ((await owner.query(waits)).rowCount === 1 ? true : undefined));
  await lane.office.kill();
  await owner.query(`select pg_advisory_unlock(${gate})`);
  await owner.query('drop trigger chaos_gate on outbox');
  await owner.end();
  return true;
}

/** What was said to the outside never, or under two keys. */
function notHeardOnce(receiver: Receiver, { name, command }: Cell, bystanders: readonly string[]): readonly string[] {
  const started = ['si-startet', 'task-available-behandle'];
  const ended = command === 'cancel' ? [] : ['si-behandlet', command === 'ring' ? 'si-ringt' : 'si-svart'];
  const expected = [
    ...[...started, ...ended].map((said) => `${name}/${said}`),
    ...bystanders.flatMap((other) => started.map((said) => `${other}/${said}`)),
  ];
  return expected.flatMap((said) => {
    const keys = receiver.keysOf(said).length;
    // A task that was taken away and put there again is told of again.
    const isTwice = command === 'modify' && said === `${name}/task-available-behandle`;
    return keys === (isTwice ? 2 : 1) ? [] : [`${said}: heard under ${keys} keys`];
  });
}

async function playLane(cells: readonly Cell[], { say }: ChaosOptions, home?: RedisHome): Promise<Lane> {
  const database = await createTestDatabase();
  const lane = await openLane(database.url, home);
  for (const [place, cell] of cells.entries()) {
    await playCell(lane, cell);
    if ((place + 1) % 12 === 0) say(`${homeOf(lane)}: ${place + 1} of ${cells.length}, ${lane.faults.length} faults`);
  }
  lane.faults.push(...(await leftovers(database.url)));
  await Promise.all([lane.office.kill(), lane.standby.then((child) => child.kill()), lane.receiver.stop()]);
  await database.drop();
  return lane;
}

/** Plays the cells of each queue home; those of Redis with hints in PostgreSQL where there is no Redis. */
async function playCells(homes: Homes, options: ChaosOptions): Promise<ChaosOutcome> {
  const redis = hasRedisServer ? await startRedis() : undefined;
  const lanes = await Promise.all([
    playLane(homes.postgres, options),
    playLane(homes.redis, options, redis && { kind: 'redis', url: redis.url }),
  ]);
  await redis?.kill();
  const recoveries = lanes.flatMap((lane) => lane.recoveries);
  matrixOf(recoveries).forEach(options.say);
  const seconds = recoveries.map((one) => one.seconds);
  const attempts = lanes.flatMap(({ receiver }) => [...receiver.attempts.values()]);
  return {
    faults: lanes.flatMap((lane) => lane.faults.map((fault) => `${homeOf(lane)}: ${fault}`)),
    figures: {
      kills: seconds.length,
      homes: lanes.map(homeOf).join(' and '),
      recoveryMedianSeconds: rounded(percentile(seconds, 0.5)),
      recoveryLongestSeconds: rounded(percentile(seconds, 1)),
      said: attempts.length,
      saidTwice: attempts.filter((count) => count > 1).length,
    },
  };
}

/** The matrix as a table of Markdown: kills at each point in each command, and the longest that one of their cases took to go on. */
function matrixOf(recoveries: Lane['recoveries']): readonly string[] {
  const commands = [...new Set(recoveries.map(({ cell }) => cell.command))];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...commands]),
    line(['---', ...commands.map(() => '---')]),
    ...crashPoints.map((point) => {
      const told = commands.map((command) => {
        const kills = recoveries.filter(({ cell }) => cell.point === point && cell.command === command);
        return `${kills.length}, ${rounded(Math.max(0, ...kills.map(({ seconds }) => seconds)))} s`;
      });
      return line([point, ...told]);
    }),
  ];
}

interface Homes {
  readonly postgres: readonly Cell[];
  readonly redis: readonly Cell[];
}

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => {
  const cells = cellsOf(options.reps);
  return playCells({ postgres: cells, redis: cells }, options);
};

/** Every point once, with another command for each seed, in one of the two homes: twelve kills. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => {
  const commands = commandsOf(options.seed);
  const cells = crashPoints.map((point, place): Cell => {
    const command = commands[(place + options.seed) % commands.length] ?? 'start';
    return { name: `${point}.${command}`, point, command };
  });
  const isInRedis = (_: Cell, place: number): boolean => (place + options.seed) % 2 === 0;
  return playCells(
    { redis: cells.filter(isInRedis), postgres: cells.filter((cell, place) => !isInRedis(cell, place)) },
    options,
  );
};
