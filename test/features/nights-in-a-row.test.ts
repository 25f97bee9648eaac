import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
afterEach(() => world.stop());

describe('scenario 20: a woman sleeps in Bispegata', () => {
  const nights = async (id: string, from: number, to: number) => {
    const rita = createCaseworker(world, 'rita');
    for (let night = from; night <= to; night += 1) {
      const nattTilOn = `2026-12-${String(night).padStart(2, '0')}`;
      await rita.does(id, 'Registrer natta', { sovHer: true, nattTilOn });
    }
  };
  const rowOf = async (soker: string): Promise<string> => {
    const variables = { soker, sokerNavn: 'Siv Dahl' };
    const wanted = { process: 'akuttovernatting', variables };
    const { body } = await world.as('rita').post('process-instances', wanted).expect(201);
    await world.settle();
    return body.processInstanceId;
  };
  const needsFor = async () =>
    (await world.as('nina').get('user-tasks?filter=all').expect(200)).body.items.filter(
      ({ name }: { name: string }) => name === 'Vurder om personen har et sted å sove',
    );

  it('10 nights in a row: NAV is asked for a decision by § 27, once; after 9 it is not', async () => {
    world = await createApiWorld();
    const id = await rowOf('siv');

    await nights(id, 1, 9);
    expect(await needsFor()).toEqual([]);
    await nights(id, 10, 10);

    const [need, ...others] = await needsFor();
    expect(others).toEqual([]);
    expect(need).toMatchObject({ deadline: { rule: 'L-KRISE' }, case: { process: 'midlertidig-botilbud' } });
    expect((await world.as('siv').get(`process-instances/${need.case.id}`).expect(200)).body.letters).toEqual([]);
  }, 60_000);

  it('a night between that is missing counts from one again', async () => {
    world = await createApiWorld();
    const id = await rowOf('siv');

    await nights(id, 1, 5);
    await nights(id, 7, 11);

    expect(await needsFor()).toEqual([]);
  }, 60_000);
});
