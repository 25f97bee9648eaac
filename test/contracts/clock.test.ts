import pg from 'pg';
import { createPostgresWorld, implementations, monday, orkland, trondheim } from '../support/store-world.js';
import { PostgresClock } from '../../src/store/postgres-clock.js';
import type { StoreWorld } from '../support/store-world.js';

describe.each(implementations)('the clock on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeAll(async () => {
    world = await createWorld();
  }, 180_000);
  afterAll(() => world.stop());

  it('moves forward for one municipality only, and never back', async () => {
    const christmas = '2026-12-24T12:00:00.000Z';

    expect(await world.clock.now(trondheim)).toBe(monday);
    expect(await world.clock.moveTo(trondheim, christmas)).toBe(true);
    expect(await world.clock.moveTo(trondheim, '2026-12-24T11:59:59.999Z')).toBe(false);
    expect(await world.clock.now(trondheim)).toBe(christmas);
    expect(await world.clock.now(orkland)).toBe(monday);
  });
});

describe('the clock on PostgreSQL', () => {
  it.each(['demo', 'frozen'] as const)('is not moved back by a smaller step that began earlier (%s)', async (mode) => {
    const world = await createPostgresWorld();
    const other = await world.pool.connect();
    const clock = new PostgresClock(world.pool, mode);
    if (mode === 'demo') await clock.moveTo(trondheim, '2030-01-01T00:00:00.000Z');
    const column = mode === 'demo' ? 'offset_ms = offset_ms + 86400000' : "frozen_at = frozen_at + interval '1 day'";
    await other.query(`begin; select set_config('app.tenant', 'trondheim', true); update clock set ${column}`);

    const step = new Date(Date.parse(await clock.now(trondheim)) + 3_600_000).toISOString();
    const moving = clock.moveTo(trondheim, step);
    await untilSomebodyWaits(world.url);
    await other.query('commit');
    await moving;

    const dayAfterStep = Date.parse(await clock.now(trondheim)) - Date.parse(step);
    expect(dayAfterStep).toBeGreaterThanOrEqual(22 * 3_600_000);
    other.release();
    await world.stop();
  });
});

async function untilSomebodyWaits(url: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await owner.query(waiting)).rowCount === 0);
  await owner.end();
}
