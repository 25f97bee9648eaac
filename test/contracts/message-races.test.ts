import { begunByShout, messageWorldOn } from '../support/message-world.js';
import type { MessageWorld } from '../support/message-world.js';
import { createPostgresWorld, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';

let world: PostgresWorld;
/** Two processes on one database: each has its own queue of commands and knows nothing of the other's. */
let one: MessageWorld;
let other: MessageWorld;
beforeEach(async () => {
  world = await createPostgresWorld();
  one = await messageWorldOn(world);
  other = await messageWorldOn(world);
}, 180_000);
afterEach(() => world.stop());

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, nr) => nr);

const rows = async <Row extends Record<string, unknown>>(text: string): Promise<readonly Row[]> =>
  queryInTenant<Row>(world.pool, trondheim, { text, values: [trondheim] });

/** How often each message came to somebody, from the journal of what happened. */
const received = async (): Promise<readonly number[]> => {
  const journal = await rows<{ nr: number }>(
    `select (payload->'variables'->>'nr')::int as nr from journal_event where tenant = $1 and type = 'MessageCorrelated' order by 1`,
  );
  return journal.map(({ nr }) => nr);
};

const states = async (): Promise<Readonly<Record<string, number>>> => {
  const found = await rows<{ state: string; count: number }>(
    'select state, count(*)::int as count from message_buffer where tenant = $1 group by state',
  );
  return Object.fromEntries(found.map(({ state, count }) => [state, count]));
};

it('40 letters from two senders race 20 cases that begin to wait for two each: every letter comes once', async () => {
  await Promise.all([
    ...many(40).map((nr) => (nr % 2 ? one : other).send({ message: 'brev', key: String(nr % 20), variables: { nr } })),
    ...many(20).map((nr) => (nr % 3 ? one : other).start('to-brev', `sak-${nr}`, { nummer: String(nr) })),
  ]);
  await Promise.all([one.settle(), other.settle()]);

  expect(await received()).toEqual(many(40));
  expect(await states()).toEqual({ taken: 40 });
  expect(await Promise.all(many(20).map((nr) => one.at(`sak-${nr}`)))).toEqual(many(20).map(() => 'completed'));
});

it('two senders and one receiver: one of the two messages comes, and the other waits its turn', async () => {
  await one.start('lytter', 'sak-1', {});

  const sent = await Promise.all(
    [one, other].map((sender, nr) => sender.send({ message: 'rop', key: '7', variables: { nr } })),
  );

  expect(sent.flatMap(({ correlated }) => correlated)).toEqual(['sak-1']);
  expect(sent.map(({ isKept }) => isKept).sort()).toEqual([false, true]);
  expect(await received()).toHaveLength(1);
});

it('30 shouts without a life at 30 who wait: each hears one, none is lost among them', async () => {
  await Promise.all(many(30).map((nr) => one.start('lytter', `sak-${nr}`, {})));

  const sent = await Promise.all(
    many(30).map((nr) => (nr % 2 ? one : other).send({ message: 'rop', variables: { nr } })),
  );

  expect(new Set(sent.flatMap(({ correlated }) => correlated)).size).toBe(30);
  expect(await received()).toEqual(many(30));
});

it('30 letters of one key, sent one after the other while two workers deliver them, come in their order', async () => {
  const cases = many(15).map((nr) => one.start('to-brev', `sak-${nr}`, { nummer: '7' }));
  for (const nr of many(30)) {
    await (nr % 2 ? one : other).send({ message: 'brev', key: '7', variables: { nr } });
    if (nr % 5 === 0) await Promise.all([one.settle(), other.settle()]);
  }
  await Promise.all(cases);
  await Promise.all([one.settle(), other.settle()]);

  const journal = await rows<{ nr: number }>(
    `select (e->'variables'->>'nr')::int as nr from journal as j, jsonb_array_elements(j.events::jsonb) as e
     where j.tenant = $1 and e->>'type' = 'MessageCorrelated' order by j.xmin::text::bigint, j.seq`,
  );
  expect(journal.map(({ nr }) => nr)).toEqual(many(30));
});

it('one message id from two senders at the same moment is one message, with one answer', async () => {
  await one.start('to-brev', 'sak-7', { nummer: '7' });

  const letter = { message: 'brev', key: '7', messageId: 'post-1', variables: { nr: 1 } };
  await Promise.all(many(8).map((nr) => (nr % 2 ? one : other).send(letter)));

  expect(await received()).toEqual([1]);
  expect(await one.at('sak-7')).toBe('sist');
});

it('a broadcast that two workers deliver at once comes once to each of 20, and starts one case', async () => {
  await one.deploy(begunByShout);
  await Promise.all(many(20).map((nr) => one.start('lytter', `sak-${nr}`, {})));

  await Promise.all([
    one.send({ message: 'rop', isBroadcast: true, variables: { nr: 1 } }),
    other.settle(),
    one.settle(),
    other.settle(),
  ]);
  await other.settle();

  expect(await received()).toEqual(many(20).map(() => 1));
  const started = await rows("select id from process_instance where tenant = $1 and definition_key = 'vakt'");
  expect(started).toHaveLength(1);
});

it('12 messages that start a process, offered by two workers, start 12 cases', async () => {
  for (const nr of many(12)) await one.send({ message: 'rop', timeToLive: 'PT1H', variables: { nr } });
  await one.deploy(begunByShout);

  await Promise.all([one.settle(), other.settle()]);

  const started = await rows("select id from process_instance where tenant = $1 and definition_key = 'vakt'");
  expect(started).toHaveLength(12);
  expect(await states()).toEqual({ taken: 12 });
});
