import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const trondheim = idOf<'Tenant'>('trondheim');
const alarm = 'Tomgang: finn ut hvorfor ingen har flyttet inn';
const cause = {
  ...{ tomgangArsak: 'mangler-bemanning', tomgangForklaring: 'Stillingene er ikke lyst ut.' },
  ...{ tomgangTiltak: 'Enhetslederen lyser ut stillingene.', tomgangTiltakOn: '2027-01-15' },
};

let world: ApiWorld;
let house = '';
// Nye småhus øst, with two homes in the register, is taken over on Tuesday 2026-12-01.
beforeEach(async () => {
  world = await createApiWorld({ now: '2026-12-01T09:00:00.000Z' });
  const building = {
    ...{ id: 'ost', name: 'Nye småhus øst', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
    ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
  };
  await world.as('bjorn').post('buildings', building).expect(201);
  for (const id of ['ost-1', 'ost-2']) {
    const home = {
      ...{ id, name: id, building: 'ost', boligtype: 'Småhus', egenskaper: [], disposisjonsform: 'Eid' },
      ...{ erBofellesskap: false, erTilgjengeligForRullestolbruker: false, leieTilEiePotensial: false },
    };
    await world
      .as('bjorn')
      .post('homes', { ...home, status: 'i-bruk' })
      .expect(201);
  }
  const variables = { prosjekt: 'Nye småhus øst', bygg: 'ost', overtattOn: '2026-12-01', ferdigeBoliger: 2 };
  const { body } = await world.as('ada').post('messages', { name: 'bygg-overtatt', variables }).expect(200);
  await world.settle();
  house = body.started[0];
}, 120_000);
afterEach(() => world.stop());

const tasksOf = (person: string) => createCaseworker(world, person).openTasks(house);
const stateOf = async () => (await world.as('per').get(`process-instances/${house}`).expect(200)).body.state;
const movesIn = (home: string, fromOn: string) =>
  world.as('tor').post(`homes/${home}/tenancies`, { person: 'siv', fromOn }).expect(201);
const until = async (today: string): Promise<void> => {
  await world.ports.demo?.travel.advance(trondheim, { to: `${today}T07:30:00.000Z` });
  await world.settle();
};

it('scenario 46: a house taken over on 2026-12-01 where nobody has moved in is an alarm on day 30, 2026-12-31; its cause is written, and 30 days later it is counted again', async () => {
  await until('2026-12-30');
  expect(await tasksOf('bente')).toEqual([]);
  await until('2026-12-31');
  expect(await tasksOf('bente')).toEqual([alarm]);
  expect(await tasksOf('knut')).toEqual([alarm]);
  expect(world.sentMail.filter(({ subject }) => subject.includes(alarm)).map(({ to }) => to)).toEqual(
    expect.arrayContaining(['bente@boligflyt.test', 'knut@boligflyt.test']),
  );

  const { tomgangArsak: _, ...without } = cause;
  const refused = await createCaseworker(world, 'bente').tries(house, alarm, without);
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'tomgangArsak']);
  await createCaseworker(world, 'bente').does(house, alarm, cause);
  expect(await tasksOf('bente')).toEqual([]);

  await until('2027-01-30');
  expect(await tasksOf('bente')).toEqual([alarm]);
  await createCaseworker(world, 'knut').does(house, alarm, { ...cause, tomgangArsak: 'ikke-tildelt' });
  await movesIn('ost-2', '2027-02-10');
  await until('2027-03-01');
  expect(await stateOf()).toBe('completed');
}, 60_000);

it('is no alarm when somebody moved in on day 29', async () => {
  await movesIn('ost-1', '2026-12-30');
  await until('2026-12-31');
  expect([await stateOf(), await tasksOf('bente')]).toEqual(['completed', []]);
});

it('is an alarm when the only lease begins on day 31', async () => {
  await movesIn('ost-1', '2027-01-01');
  await until('2026-12-31');
  expect(await tasksOf('bente')).toEqual([alarm]);
});
