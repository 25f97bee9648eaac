import { EventEmitter, once } from 'node:events';
import { eventually, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { endRests, handOver } from './support/hand-over.js';
import { openHouse, type House } from './support/house.js';
import { look } from './support/look.js';
import type { MailManner } from './support/mail-receiver.js';
import { settle, verify } from './support/verify-house.js';

/** T11: a mail server that says nothing, or never comes to the end of its answer; reps are tens of cases meanwhile. */
export const usualReps = 10;

const lanes = 4;
// Less than a mail server is waited for, and more than any work of ours takes.
const longSeconds = 4;

const openTransactionsSql = `
  select query from pg_stat_activity
  where datname = current_database() and state like 'idle in transaction%' and state_change < clock_timestamp() - interval '${longSeconds} s'`;

/** Looks all the while for transactions that are open while nothing is asked in them. */
function watchTransactions(url: string): () => Promise<readonly string[]> {
  const rest = { isOver: false };
  const watching = (async () => {
    const found: string[] = [];
    while (!rest.isOver) {
      const open = await look<{ query: string }>(url, openTransactionsSql);
      found.push(...open.map(({ query }) => `a transaction waits for more than ${longSeconds} s after: ${query}`));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return found;
  })();
  return () => {
    rest.isOver = true;
    return watching;
  };
}

const endedSql = `select count(*)::int as count from process_instance where state = 'completed'`;

/** Lets so many more cases come to their end while mail is tried and treated like this; answers the seconds that they took. */
async function endCases({ url, mail }: House, manner: MailManner, count: number): Promise<number> {
  mail.treat(manner);
  const ended = async (): Promise<number> => (await look<{ count: number }>(url, endedSql))[0]?.count ?? 0;
  const enough = (await ended()) + count;
  const begun = performance.now();
  await eventually(
    `${count} cases while mail is ${manner}`,
    async () => {
      await endRests(url);
      return (await ended()) >= enough && (mail.calls.get(manner) ?? 0) > 0 ? true : undefined;
    },
    300_000,
  );
  return rounded((performance.now() - begun) / 1000);
}

const latenessSql = `
  select coalesce(max(extract(epoch from fired_at - due_at)), 0)::float8 as seconds from timer where fired_at is not null`;

async function play(count: number, { say }: ChaosOptions): Promise<ChaosOutcome> {
  const handedOver = new EventEmitter();
  // Nobody is told of a task that is done: the mail of this one is what must come in the end.
  const house = await openHouse(['web', 'worker'], { mayTouchFirst: once(handedOver, 'done') });
  const { url, load, mail } = house;
  try {
    const stopLoad = load.begin(lanes);
    const stopWatching = watchTransactions(url);
    const seconds: Record<string, number> = {};
    for (const manner of ['silent', 'trickling'] as const) {
      seconds[`${manner}Seconds`] = await endCases(house, manner, count);
      say(`${manner}: ${JSON.stringify(seconds)}, ${mail.attempts.size} mails`);
    }
    const keptBack = await handOver(house);
    handedOver.emit('done');
    const [lateness] = await look<{ seconds: number }>(url, latenessSql);
    seconds['wellSeconds'] = await endCases(house, 'well', count);
    await stopLoad();
    await settle(house);
    const faults = [
      ...(await stopWatching()),
      ...(await verify(house)),
      ...(keptBack > 0 ? [] : ['no mail was kept back']),
    ];
    const latestTimerSeconds = rounded(lateness?.seconds ?? 0);
    return {
      faults,
      figures: { cases: load.begun.size, ...seconds, keptBack, mails: mail.attempts.size, latestTimerSeconds },
    };
  } finally {
    await house.close();
  }
}

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => play(options.reps * 10, options);

/** Eight cases each while mail is taken, while it is not, and while the answer never ends. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play(8, options);
