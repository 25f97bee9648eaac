import { createHorizon } from '../../src/jobs/horizon.js';
import type { DelayedWake } from '../../src/jobs/wake-queue.js';
import { PostgresTimerHorizon } from '../../src/store/watch/postgres-timer-horizon.js';
import { withTenant } from '../../src/store/with-tenant.js';
import { newCase, start } from '../support/contract-commands.js';
import { createPostgresWorld, trondheim, type PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let horizon: PostgresTimerHorizon;
beforeEach(async () => {
  world = await createPostgresWorld();
  horizon = new PostgresTimerHorizon(world.pool);
}, 180_000);
afterEach(() => world.stop());

const hour = 3_600_000;
const inHours = async (hours: number): Promise<string> =>
  new Date(Date.parse(await world.clock.now(trondheim)) + hours * hour).toISOString();

/** Timers of one case that are due at these instants. */
async function timersAt(count: number, dueAt: string): Promise<void> {
  const request = start(newCase());
  await world.store.change(trondheim, [request]);
  await withTenant(world.pool, trondheim, (transaction) =>
    transaction.query(
      `insert into timer (tenant, id, instance, node, purpose, occurrence, due_at)
       select $1, $2 || '-t' || n, $2, 'x', 'event', n, $4 from generate_series(1, $3) as n`,
      [trondheim, request.processInstanceId, count, dueAt],
    ),
  );
}
const rows = async () => (await horizon.entering(trondheim)).length;

describe('timers that come within 48 hours', () => {
  it('are told of once, when they do: neither before nor again', async () => {
    await rows();
    await timersAt(2, await inHours(49));

    const before = await rows();
    await world.clock.moveTo(trondheim, await inHours(2));
    const told = await horizon.entering(trondheim);

    expect(before).toBe(0);
    expect(told.map(({ waitMs }) => Math.round(waitMs / hour))).toEqual([47, 47]);
    expect(await rows()).toBe(0);
  });

  it('are told to one of ten who ask at once', async () => {
    await rows();
    await timersAt(3, await inHours(49));
    await world.clock.moveTo(trondheim, await inHours(2));

    const told = await Promise.all(Array.from({ length: 10 }, () => horizon.entering(trondheim)));

    expect(told.flat()).toHaveLength(3);
  });

  it('are told of in parts when they are many, none left out: 1,200 at one instant and 900 a minute later', async () => {
    await rows();
    await timersAt(1_200, await inHours(49));
    await timersAt(900, await inHours(49.01));
    await world.clock.moveTo(trondheim, await inHours(2));
    const parts: (readonly DelayedWake[])[] = [];

    await createHorizon({ addAll: async (wakes) => void parts.push(wakes) }, horizon)(trondheim);

    expect(parts.map(({ length }) => length)).toEqual([1_200, 900]);
    expect(new Set(parts.flat().map(({ wake }) => wake.kind === 'timer' && wake.timerId)).size).toBe(2_100);
  });
});
