import pg from 'pg';
import { hasRedisServer, startRedis } from '../support/redis-server.js';
import { furnish, openStack } from '../support/stack.js';
import { createTestDatabase } from '../support/test-database.js';
import { startCallers, logIn, type Callers, type Receipt } from './support/callers.js';
import { eventually, percentile, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { houseProcess, type HouseProcess } from './support/house.js';

// Two web processes and two workers on one database, with people at work. Each process in turn is killed with SIGKILL and started again
// while the others go on; then both workers are killed, time goes by, and one new worker does what fell due. `reps`: how often each
// process is killed. Hints lie in PostgreSQL and, where the machine has one, in Redis.

export const usualReps = 5;

const callersAtOnce = 4;
const answersBetweenKills = 10;

/** Once on each home of the queue. */
export async function run(options: ChaosOptions): Promise<ChaosOutcome> {
  const onPostgres = await runOn('postgres', options);
  if (!hasRedisServer) return onPostgres;

  const onRedis = await runOn('redis', options);
  const figures = Object.fromEntries(
    [...Object.entries(onPostgres.figures), ...Object.entries(onRedis.figures)].map(([what, value]) => [what, value]),
  );
  return { figures, faults: [...onPostgres.faults, ...onRedis.faults] };
}

/** Once on one home of the queue; each process is killed `reps` times. */
export async function runOn(home: 'postgres' | 'redis', { reps, say }: ChaosOptions): Promise<ChaosOutcome> {
  const database = await createTestDatabase();
  const redis = home === 'redis' ? await startRedis() : undefined;
  const stack = await openStack(database.url, async () => ({ send: async () => undefined }));
  await furnish(stack, undefined);
  const cookie = await logIn(stack, 'kari');
  await stack.close();
  const owner = new pg.Client(database.url);
  await owner.connect();
  const environment = { DATABASE_URL: database.url, ...(redis && { REDIS_URL: redis.url }) };
  const kinds = ['web', 'web', 'worker', 'worker'] as const;
  const processes = await Promise.all(kinds.map((kind) => houseProcess(kind, environment)));
  const faults: string[] = [];
  try {
    await Promise.all(processes.map((one) => one.start()));
    const addresses = processes.filter(({ kind }) => kind === 'web').map(({ address }) => address);
    const callers = startCallers(addresses, { cookie, count: callersAtOnce, onFault: (fault) => faults.push(fault) });
    for (let rep = 0; rep < reps; rep += 1) await killEachInTurn(processes, callers);
    await callers.stop();
    const backSeconds = await loseEveryWorker(processes, owner);
    faults.push(...(await whatIsWrong(owner, callers.receipts)));
    const figures = await figuresOf(home, { owner, receipts: callers.receipts, backSeconds });
    say(`${home}: ${JSON.stringify(figures)}`);
    return { figures, faults };
  } finally {
    await Promise.all(processes.map((one) => one.kill()));
    await owner.end();
    await database.drop();
    redis?.kill();
  }
}

async function killEachInTurn(processes: readonly HouseProcess[], callers: Callers): Promise<void> {
  for (const one of processes) {
    await moreAnswers(callers);
    await one.kill();
    // The others carry on alone: people are answered while it is away.
    await moreAnswers(callers);
    await one.start();
  }
}

async function moreAnswers({ receipts }: Callers): Promise<void> {
  const wanted = receipts.length + answersBetweenKills;
  await eventually(
    `${answersBetweenKills} more answers`,
    async () => (receipts.length >= wanted ? true : undefined),
    120_000,
  );
}

const hasWork = `select
    (select count(*) from outbox where done_at is null and failed_at is null)
    + (select count(*) from timer where fired_at is null and cancelled_at is null
        and due_at <= clock_timestamp() + (select coalesce(max(offset_ms), 0) from clock) * interval '1 millisecond') as waiting`;

/** Kills both workers, lets five weeks go by, and starts one; answers the seconds until everything that fell due was done. */
async function loseEveryWorker(processes: readonly HouseProcess[], owner: pg.Client): Promise<number> {
  const workers = processes.filter(({ kind }) => kind === 'worker');
  await Promise.all(workers.map((one) => one.kill()));
  // A claim of the dead ends after 45 seconds by itself; nobody else is there who could hold one.
  await owner.query('update outbox set claimed_until = null where done_at is null');
  await owner.query(`insert into clock (tenant, offset_ms) values ('trondheim', $1)`, [35 * 86_400_000]);
  const begun = performance.now();
  await workers[0]?.start();
  await eventually(
    'everything that is due to be done',
    async () => {
      const { rows } = await owner.query<{ waiting: string }>(hasWork);
      return rows[0]?.waiting === '0' ? true : undefined;
    },
    180_000,
  );
  return (performance.now() - begun) / 1000;
}

const wrong = `
  select 'case without a next step: ' || id as what from case_untouched
  union all select 'effect given up: ' || kind || ' ' || coalesce(last_error, '') from outbox where failed_at is not null
  union all select 'letter twice: ' || key from letter group by key having count(*) > 1
  union all select 'task taken twice: ' || instance || ' ' || (payload ->> 'userTaskId') from journal_event
    where type = 'UserTaskAssigned' and actor = 'kari' group by instance, payload ->> 'userTaskId' having count(*) > 1
  union all select 'timer rung twice: ' || instance || ' ' || (payload ->> 'timerId') from journal_event
    where type = 'TimerFired' group by instance, payload ->> 'timerId' having count(*) > 1
  union all select 'canary late by ' || round(extract(epoch from clock_timestamp() - due_at)) || ' s' from canary
    where tenant = 'trondheim' and due_at < clock_timestamp() - interval '60 seconds'
  union all select 'sent and received differ: ' || s.sent || ', ' || m.received
    from (select count(*) as sent from notification where sent_at is not null) s,
      (select count(*) as received from mailbox_message) m where s.sent <> m.received`;

async function whatIsWrong(owner: pg.Client, receipts: readonly Receipt[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ what: string }>(wrong);
  const written = await owner.query<{ key: string; instance: string; revision: number }>(
    'select r.key, r.instance, r.revision from command_receipt r join process_instance c on c.id = r.instance and c.revision >= r.revision',
  );
  const inDatabase = new Map(written.rows.map(({ key, ...rest }) => [key, rest]));
  const lost = receipts.filter(({ key, processInstanceId, revision }) => {
    const found = inDatabase.get(key);
    return found?.instance !== processInstanceId || found.revision !== revision;
  });
  const starts = receipts.filter(({ key }) => key.endsWith('-start')).length;
  const cases = await owner.query<{ count: string }>(
    `select count(*) from process_instance where definition_key = 'boligtildeling'`,
  );
  const begunTwice = Number(cases.rows[0]?.count) - starts;
  return [
    ...rows.map(({ what }) => what),
    ...lost.map(({ key }) => `answered and not in the database: ${key}`),
    ...(begunTwice === 0 ? [] : [`${starts} cases were begun, but there are ${begunTwice} more`]),
  ];
}

interface Seen {
  readonly owner: pg.Client;
  readonly receipts: readonly Receipt[];
  readonly backSeconds: number;
}

async function figuresOf(home: string, { owner, receipts, backSeconds }: Seen): Promise<ChaosOutcome['figures']> {
  const { rows } = await owner.query<{ waited: number }>(
    `select extract(epoch from o.done_at - o.at)::float8 as waited from outbox o join process_instance c on c.id = o.instance
      where o.at = c.started_at and o.done_at < c.started_at + interval '10 minutes'`,
  );
  const waited = rows.map((row) => row.waited);
  const fired = await owner.query<{ count: number }>(
    'select count(*)::int as count from timer where fired_at is not null',
  );
  return {
    [`${home}-answers`]: receipts.length,
    [`${home}-effect-p50-seconds`]: rounded(percentile(waited, 0.5)),
    [`${home}-effect-p95-seconds`]: rounded(percentile(waited, 0.95)),
    [`${home}-new-worker-done-seconds`]: rounded(backSeconds),
    [`${home}-timers-rung`]: fired.rows[0]?.count ?? 0,
  };
}
