import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
}, 120_000);
afterAll(() => world.stop());

async function isMapped(person: string): Promise<void> {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf(person);
  await kari.does(id, 'Kartlegg behov med søker', {
    ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Nær bussen', trengerSamarbeidsmote: false },
  });
}

const alone = async () => (await world.as('knut').get('participation/report?year=2026').expect(200)).body.alone;

it('counts who was heard in their own case: five mapped with the person are told, four are hidden', async () => {
  expect(await alone()).toEqual([]);

  for (const person of ['siv', 'ola', 'ida', 'mona']) await isMapped(person);
  expect(await alone()).toMatchObject([{ code: 'MP-A1', held: null, total: null }]);

  await isMapped('geir');
  const zero = { declined: 0, exempted: 0, notReached: 0 };
  expect(await alone()).toEqual([{ code: 'MP-A1', held: 5, ...zero, total: 5 }]);
});
