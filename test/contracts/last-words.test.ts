import { openWakeQueue } from '../../src/jobs/wake-queue.js';
import { createPool } from '../../src/store/pool.js';
import { queueIn } from '../../src/store/queue-pool.js';
import { PostgresChangeFeed } from '../../src/store/postgres-change-feed.js';
import { readAtOnce } from '../../src/store/read-at-once.js';
import { withTenant } from '../../src/store/with-tenant.js';
import { newCase, start } from '../support/contract-commands.js';
import { openLastWords, type LastWords } from '../support/last-words.js';
import { createPostgresWorld, trondheim, type PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let way: LastWords;
beforeAll(async () => {
  world = await createPostgresWorld();
}, 180_000);
beforeEach(async () => {
  way = await openLastWords(world.url);
});
afterEach(() => way.close());
afterAll(() => world.stop());

// A driver that is told of the end while nobody asks says so as an event; one that nobody hears ends the process, and this test.
describe('a connection that is ended in the breath of its last answer', () => {
  it('refuses those who ask over it, and none of 60 who ask afterwards', async () => {
    for (const pipeline of [false, true]) {
      const pool = createPool(way.url, { max: 2, pipeline });
      const asked = (count: number) =>
        Promise.allSettled(
          Array.from({ length: count }, (_, place) => [
            pool.query('select 1'),
            withTenant(pool, trondheim, (transaction) => transaction.query('select 1')),
            ...(pipeline ? [readAtOnce(pool, trondheim, { name: `one-${place}`, text: 'select 1', values: [] })] : []),
          ]).flat(),
        );
      way.areSpoken = true;
      await asked(20);
      way.areSpoken = false;
      await asked(4);
      const answers = await asked(20);
      await pool.end();

      expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
    }
    expect(way.spoken()).toBeGreaterThan(10);
  });

  it('is replaced where changes are listened for', async () => {
    const pool = createPool(way.url, { max: 1 });
    const feed = new PostgresChangeFeed(pool);
    way.areSpoken = true;
    await feed.start().catch(() => undefined);
    way.areSpoken = false;
    expect(way.spoken()).toBe(1);

    const isHeard = new Promise<void>((resolve) => void feed.subscribe(trondheim, () => resolve()));
    const change = () => world.store.change(trondheim, [start(newCase())]);
    const changing = setInterval(() => void change().catch(() => undefined), 100);
    await isHeard;
    clearInterval(changing);
    feed.stop();
    await pool.end();
  });

  it('takes no hint from the queue, and the worker hears what is given afterwards', async () => {
    const queue = await openWakeQueue(queueIn(way.url), () => undefined);
    const isHeard = new Promise<void>((resolve) => void queue.work(async () => resolve()));
    const give = (delayMs: number) =>
      queue.add({ kind: 'effects', tenant: trondheim }, delayMs).then(
        () => true,
        () => false,
      );
    way.areSpoken = true;
    while (way.spoken() < 30) await give(86_400_000);
    way.areSpoken = false;
    while (!(await give(0)));
    await isHeard;
    await queue.close();
  }, 60_000);
});
