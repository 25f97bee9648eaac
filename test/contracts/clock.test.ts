import { implementations, monday, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

describe.each(implementations)('the clock on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
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
