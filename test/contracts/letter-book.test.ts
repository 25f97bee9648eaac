import { idOf } from '../../src/shared/id.js';
import { PostgresLetterBook } from '../../src/store/cases/postgres-letter-book.js';
import { PostgresOutgoingPost } from '../../src/store/cases/postgres-outgoing-post.js';
import { PostgresPostedLetters } from '../../src/store/cases/postgres-posted-letters.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { createPostgresWorld, orkland, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
beforeAll(async () => {
  world = await createPostgresWorld();
}, 180_000);
afterAll(() => world.stop());

const at = '2026-11-23T09:00:00.000Z';
const head = { language: 'nb', municipality: 'Trondheim kommune', recipient: 'Siv Dahl', reference: 'S-1' } as const;
const content = { ...head, title: 'Vedtak', text: 'Du får bolig.', checksum: 'a1', at };
const sak = idOf<'ProcessInstance'>('sak-1');
const letter = {
  ...content,
  tenant: trondheim,
  processInstanceId: sak,
  template: 'vedtak',
  publicTitle: 'Vedtak',
  byPost: false,
  isInternal: false,
};

it('counts a letter once, from midnight of its day in Norway, in its own municipality; one that nobody laid in the post, or that went digitally, never', async () => {
  const [book, posted] = [new PostgresLetterBook(world.pool), new PostgresPostedLetters(world.pool)];
  const post = new PostgresOutgoingPost(world.pool);
  await book.write({ ...letter, key: 'post-1', byPost: true });
  await book.write({ ...letter, key: 'post-2', byPost: true, at: '2026-11-23T10:00:00.000Z' });
  await book.write({ ...letter, key: 'digital-1' });
  const written = await queryInTenant<{ id: string }>(world.pool, trondheim, {
    text: `select id from letter where key in ('post-1', 'digital-1') order by key`,
    values: [],
  });
  const lay = (tenant: typeof trondheim, on: string, arrivesOn: string) =>
    post.post(
      tenant,
      written.map(({ id }) => ({ letter: id, on, by: idOf<'Actor'>('kari'), arrivesOn })),
    );
  await lay(orkland, '2026-11-23', '2026-11-24');
  expect(await post.waiting(trondheim)).toHaveLength(2);
  await lay(trondheim, '2026-11-23', '2026-11-30');
  await lay(trondheim, '2026-11-24', '2026-11-24');
  expect(await post.waiting(trondheim)).toMatchObject([{ at: '2026-11-23T10:00:00.000Z', recipient: 'Siv Dahl' }]);
  const arrived = async (now: string) => {
    await world.clock.moveTo(trondheim, now);
    return posted.arrived(trondheim);
  };

  expect(await arrived('2026-11-29T22:59:59.000Z')).toEqual([]);
  const due = await arrived('2026-11-29T23:00:00.000Z');
  expect(due).toMatchObject([{ processInstanceId: sak, template: 'vedtak', at, arrivesOn: '2026-11-30' }]);
  await posted.counted(orkland, due[0]?.id ?? '');
  expect(await posted.arrived(trondheim)).toEqual(due);
  await posted.counted(trondheim, due[0]?.id ?? '');
  expect(await posted.arrived(trondheim)).toEqual([]);
});

it('keeps the first of two letters with the same key', async () => {
  const book = new PostgresLetterBook(world.pool);
  await book.write({ ...letter, key: 'job-1', text: 'Du får bolig.', checksum: 'a1' });
  await book.write({ ...letter, key: 'job-1', text: 'Noe annet.', checksum: 'b2' });

  const text = `select text, sent_at from letter where key = 'job-1'`;
  expect(await queryInTenant(world.pool, trondheim, { text, values: [] })).toEqual([
    { text: 'Du får bolig.', sent_at: at },
  ]);
});

it('keeps a letter as it was sent: the application may not change one', async () => {
  const change = queryInTenant(world.pool, trondheim, { text: "update letter set text = 'Noe annet.'", values: [] });

  await expect(change).rejects.toThrow('permission denied for table letter');
});
