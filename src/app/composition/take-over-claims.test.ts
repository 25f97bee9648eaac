import { newCase, start } from '../../../test/support/contract-commands.js';
import { createPostgresWorld, trondheim } from '../../../test/support/store-world.js';
import type { PostgresWorld } from '../../../test/support/store-world.js';
import { PostgresBatchBook } from '../../store/operations/postgres-batch-book.js';
import { PostgresDeliveryBook } from '../../store/notices/postgres-delivery-book.js';
import { PostgresOutbox } from '../../store/outbox/postgres-outbox.js';
import { takeOverClaims } from './take-over-claims.js';

let world: PostgresWorld;
beforeEach(async () => {
  world = await createPostgresWorld();
}, 180_000);
afterEach(() => world.stop());

const claimed = async (): Promise<number> => (await world.outbox.claimEffects(trondheim, 10)).length;

const claims = () => ({
  outbox: new PostgresOutbox(world.pool),
  batches: new PostgresBatchBook(world.pool),
  deliveries: new PostgresDeliveryBook(world.pool),
});

it('begins again at once with what a killed process had begun, where the database is its own', async () => {
  await world.store.change(trondheim, [start(newCase())]);
  expect(await claimed()).toBe(1);

  await takeOverClaims(claims(), {});

  expect(await claimed()).toBe(1);
});

it('leaves the claims alone where another process may be at work', async () => {
  await world.store.change(trondheim, [start(newCase())]);
  expect(await claimed()).toBe(1);

  const database = { url: world.url, migrationUrl: world.url };
  await takeOverClaims(claims(), { database });

  expect(await claimed()).toBe(0);
});
