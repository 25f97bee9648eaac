import { eventually } from './chaos-run.js';
import type { House } from './house.js';
import { halfDone, leftovers, look } from './look.js';
import type { MailReceiver } from './mail-receiver.js';

const openSql = `
  select (select count(*) from process_instance where state = 'active') + (select count(*) from outbox where done_at is null)
    + (select count(*) from notification where state = 'sending') as open`;

// The lease of what a killed worker had begun (45 s), then the next sweep (30 s).
const mostSeconds = 120;

/** Waits until every case has come to its end and everything is said. */
export const settle = ({ url, load }: House): Promise<unknown> =>
  load.finish(
    eventually(
      'every case to come to its end',
      async () => ((await look<{ open: string }>(url, openSql))[0]?.open === '0' ? true : undefined),
      mostSeconds * 1000,
    ),
  );

const wrongSql = `
  select instance || ': ' || type || ' ' || count(*) || ' times' as what from journal_event
  where type in ('UserTaskClaimed', 'UserTaskCompleted', 'MessageCorrelated', 'TimerFired')
  group by instance, type having count(*) > 1`;

/** What was acknowledged and is not there, what was done never or twice, and everything that is half done or left over. */
export async function verify({ url, load, mail }: House): Promise<readonly string[]> {
  const cases = await look<{ id: string; state: string }>(url, 'select id, state from process_instance');
  const kept = new Set(cases.map(({ id }) => id));
  const lost = [...load.begun.entries()].filter(([, id]) => !kept.has(id));
  const wrong = await look<{ what: string }>(url, wrongSql);
  return [
    ...load.faults(),
    ...lost.map(([name]) => `${name}: acknowledged, but not there`),
    ...(kept.size === load.begun.size ? [] : [`${kept.size} cases of ${load.begun.size} messages`]),
    ...wrong.map(({ what }) => what),
    ...cases.flatMap(({ id }) => load.notDoneOnce(id)),
    ...(await wronglyMailed(url, mail)),
    ...(await halfDone(url)),
    ...(await leftovers(url)),
  ];
}

interface MailRow {
  readonly provider: string | null;
  readonly doubled: boolean;
}

/** Messages that are said to be sent and were not heard, and messages heard twice of which the rows know nothing. */
async function wronglyMailed(url: string, { attempts }: MailReceiver): Promise<readonly string[]> {
  const sent = await look<MailRow>(
    url,
    `select provider_id as provider, may_be_doubled as doubled from notification where state = 'sent' and channel = 'email'`,
  );
  const known = new Map(sent.map(({ provider, doubled }) => [provider ?? '', doubled]));
  return [
    ...sent.flatMap(({ provider }) => (attempts.has(provider ?? '') ? [] : [`mail ${provider} was never heard`])),
    ...[...attempts].flatMap(([id, count]) => {
      if (!known.has(id)) return [`mail ${id} was heard, but never sent`];
      return count > 1 && known.get(id) !== true ? [`mail ${id} was heard ${count} times`] : [];
    }),
  ];
}
