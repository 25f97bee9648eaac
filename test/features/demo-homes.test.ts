import { enterDemoHomes } from '../../src/app/demo/demo-homes.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

const trondheim = idOf<'Tenant'>('trondheim');
let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await enterDemoHomes(world.ports.homes.desk, trondheim);
}, 180_000);
afterAll(() => world.stop());

describe('the homes of the demo municipality', () => {
  it('are those of the report: 44 in Jarleveien, 7, 9 and 3, 18 small houses on 6 tun, 20 of Housing First', async () => {
    const { body } = await world.as('kari').get('buildings').expect(200);
    const homes: Readonly<Record<string, number>> = Object.fromEntries(
      body.items.map(({ id, homes: count }: { id: string; homes: number }) => [id, count]),
    );

    expect(homes).toMatchObject({ jar: 44, inn: 0, go91: 7, bis: 9, sml: 3, hfb: 20, hrb: 0, rsk: 0 });
    expect([1, 2, 3, 4, 5, 6].map((tun) => homes[`smh-${tun}`])).toEqual([3, 3, 3, 3, 3, 3]);
    const madeUp = body.items.filter(({ synthetic }: { synthetic: boolean }) => synthetic);
    expect(madeUp.map(({ id }: { id: string }) => id).sort()).toEqual(['go2', 'hav', 'hfb', 'kcj', 'klb', 'ton']);
    expect(madeUp.every(({ capacity }: { capacity?: number }) => capacity === undefined)).toBe(true);
  });

  it('are given to nobody in Jarleveien 10, which is wound down', async () => {
    const { body } = await world.as('bjorn').post('homes/jar-01/reservations', {}).expect(409);

    expect(body).toMatchObject({ code: 'dwelling-frozen', detail: expect.stringContaining('198/21') });
    await world.as('bjorn').post('homes/go91-01/reservations', {}).expect(201);
  });

  it('are entered once, however often the demo is loaded', async () => {
    const before = await world.digest();

    await enterDemoHomes(world.ports.homes.desk, trondheim);

    expect(await world.digest()).toBe(before);
  });
});
