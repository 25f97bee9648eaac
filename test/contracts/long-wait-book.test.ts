import type { LongWait } from '../../src/runtime/long-wait-ports.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresLongWaitBook } from '../../src/store/cases/postgres-long-wait-book.js';
import { PostgresWaitingList } from '../../src/store/cases/postgres-waiting-list.js';
import {
  createPostgresWorld,
  orkland,
  trondheim,
  withoutTimedStarts,
  type PostgresWorld,
} from '../support/store-world.js';

let world: PostgresWorld;
let book: PostgresLongWaitBook;
let list: PostgresWaitingList;
const sak = (name: string) => idOf<'ProcessInstance'>(name);
const enter = (name: string, enteredAt: string, tenant = trondheim) =>
  list.enter(tenant, { processInstanceId: sak(name), title: name, enteredAt, need: {} });
const due = async () => (await book.due(trondheim, 10)).map(({ processInstanceId }) => processInstanceId);
const firstDue = async (): Promise<LongWait> => {
  const [first] = await book.due(trondheim, 1);
  if (first === undefined) throw new Error('Expected somebody to be due');
  return first;
};
const hasWork = async () => (await world.outbox.waiting(trondheim)).has('long-waits');

beforeAll(async () => {
  world = await createPostgresWorld();
  book = new PostgresLongWaitBook(world.pool);
  list = new PostgresWaitingList(world.pool);
  await withoutTimedStarts(world);
}, 180_000);
afterAll(() => world.stop());

// One test goes on where the one before it stopped: it is 10 in the morning of Monday 23 November 2026.
describe('the book of long waits on PostgreSQL', () => {
  it('has nothing to do where nobody waits', async () => {
    expect([await due(), await hasWork()]).toEqual([[], false]);
  });

  it('asks for a look at once at who has just come on the list, of its own municipality only', async () => {
    await enter('siv', '2026-11-23T08:00:00.000Z');
    await enter('per', '2026-11-23T08:00:00.000Z', orkland);

    expect(await book.due(trondheim, 10)).toEqual([
      { processInstanceId: 'siv', enteredAt: '2026-11-23T08:00:00.000Z', need: {} },
    ]);
    expect(await hasWork()).toBe(true);
  });

  it('lets one of two workers keep what came of the same look, and asks again when the day has come', async () => {
    const from = await firstDue();
    const nextAt = '2027-02-22T23:00:00.000Z';
    const kept = await Promise.all([
      book.looked(trondheim, from, { nextAt }),
      book.looked(trondheim, from, { nextAt, told: 3 }),
    ]);

    expect(kept.toSorted()).toEqual([false, true]);
    expect([await due(), await hasWork(), await world.outbox.nextWorkAt(trondheim)]).toEqual([[], false, nextAt]);
    await world.clock.moveTo(trondheim, nextAt);
    expect([await due(), await hasWork()]).toEqual([['siv'], true]);
  });

  it('remembers the highest threshold that was told, also when another look tells none', async () => {
    await book.looked(trondheim, await firstDue(), { told: 6, nextAt: '2027-02-23T00:00:00.000Z' });
    await world.clock.moveTo(trondheim, '2027-02-23T00:00:00.000Z');
    await book.looked(trondheim, await firstDue(), { nextAt: '2027-05-01T00:00:00.000Z' });
    await book.lookAgain(trondheim);

    expect(await firstDue()).toMatchObject({ processInstanceId: 'siv', told: 6 });
    expect(await firstDue()).not.toHaveProperty('dueAt');
  });

  it('asks for nobody who has left the list, and for them again when they come back', async () => {
    const before = await firstDue();
    await list.leave(trondheim, { processInstanceId: sak('siv'), reason: 'bolig', at: '2027-02-24T08:00:00.000Z' });
    expect([await due(), await hasWork()]).toEqual([[], false]);
    expect(await book.looked(trondheim, before, { nextAt: '2027-05-01T00:00:00.000Z' })).toBe(false);

    await enter('siv', '2027-02-25T08:00:00.000Z');
    expect(await firstDue()).toMatchObject({ enteredAt: '2026-11-23T08:00:00.000Z', told: 6 });
  });
});
