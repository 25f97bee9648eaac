import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
  const helper = { kind: 'stottespiller', name: 'Odd Lund', actor: 'odd', fromOn: '2026-11-01', toOn: '2026-11-30' };
  await world.as('kari').post('persons/siv/representatives', helper).set('if-match', '"1"').expect(200);
});
afterAll(() => world.stop());

const plan = 'housing-plans/siv';
const dream = { dream: 'Et hus med hage', nextStep: 'Se på rekkehus', steps: ['Kari: spør om visning', 'Jeg: sparer'] };
const read = async (who: string, status = 200) => (await world.as(who).get(plan).expect(status)).body;
const share = async (withWhom: object): Promise<string> =>
  (await world.as('siv').post(`${plan}/shares`, withWhom).expect(201)).body.id;

// One test goes on where the one before it stopped.
describe('a housing plan', () => {
  it('is written by whom it is about, and by nobody else: 404 for a caseworker, another applicant and another municipality', async () => {
    expect(await read('siv')).toMatchObject({ revision: 0, writtenAt: null, dream: null, steps: [], isOwn: true });
    await world
      .as('siv')
      .post(plan, { revision: 0, ...dream })
      .expect(200);

    expect(await read('siv')).toMatchObject({ revision: 1, ...dream, obstacles: null, name: 'Siv Dahl' });
    for (const who of ['kari', 'mona', 'odd', 'kari@orkland']) await read(who, 404);
    // Who could never write one is refused before anything is looked for.
    await world.as('kari').post(plan, { revision: 1, dream: 'Noe annet' }).expect(403);
    await world.as('kari+soker').post(plan, { revision: 1, dream: 'Noe annet' }).expect(404);
  });

  it('is not written over unseen: 412 with revision 0 and 1 where it stands at 2; what is written over is gone', async () => {
    await world.as('siv').post(plan, { revision: 1, dream: 'En leilighet', steps: [] }).expect(200);
    for (const revision of [0, 1]) {
      const late = await world
        .as('siv')
        .post(plan, { revision, ...dream })
        .expect(412);
      expect(late.body.code).toBe('stale-revision');
    }

    expect(await read('siv')).toMatchObject({ revision: 2, dream: 'En leilighet', nextStep: null, steps: [] });
  });

  it('is seen by a unit from the moment it is shared with it until it is withdrawn, and each read is told', async () => {
    const id = await share({ group: 'hvk' });
    expect(await share({ group: 'hvk' })).toBe(id);

    expect(await read('kari')).toMatchObject({ dream: 'En leilighet', isOwn: false, shares: [], choices: [] });
    await read('nina', 404);
    const { body } = await world.as('kari').get('housing-plans').expect(200);
    expect(body.items).toMatchObject([{ person: 'siv', name: 'Siv Dahl' }]);

    const own = await read('siv');
    expect(own.shares).toMatchObject([{ id, group: 'hvk', name: null }]);
    expect(own.choices).not.toContainEqual(expect.objectContaining({ group: 'hvk' }));

    await world.as('siv').post(`${plan}/shares/${id}/withdraw`, {}).expect(200);
    await read('kari', 404);
    expect((await world.as('kari').get('housing-plans').expect(200)).body.items).toEqual([]);
    await world.as('siv').post(`${plan}/shares/${id}/withdraw`, {}).expect(404);

    const { items } = (await world.as('siv').get('me/reads').expect(200)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('boligplanen din'), why: 'Du har delt den med dem.' }),
    );
  });

  it('is seen by a helper to the last day that they help, and no longer', async () => {
    const id = await share({ actor: 'odd' });
    expect((await read('siv')).shares).toMatchObject([{ id, actor: 'odd', name: 'Odd Lund' }]);
    expect(await read('odd')).toMatchObject({ dream: 'En leilighet' });

    await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-12-01T12:00:00.000Z' });
    await read('odd', 404);
  });

  it.each([{ group: 'vaktmester' }, { group: 'politiker' }, { group: 'ukjent' }, { actor: 'kari' }])(
    'is not shared with %j: 422, and nothing is changed',
    async (withWhom) => {
      const before = await read('siv');
      const refused = await world.as('siv').post(`${plan}/shares`, withWhom).expect(422);

      expect(refused.body.code).toBe('plan-not-shared-so');
      expect(await read('siv')).toEqual(before);
    },
  );

  it.each([{}, { group: 'hvk', actor: 'odd' }, { group: 7 }])(
    'is not shared with what is no one: %j gets 400',
    async (bad) => {
      await world.as('siv').post(`${plan}/shares`, bad).expect(400);
    },
  );
});
