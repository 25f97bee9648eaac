import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { waitingApplication } from '../support/waiting-application.js';

let world: ApiWorld;
let sivs: string;

beforeAll(async () => {
  world = await createApiWorld();
  sivs = await waitingApplication(world, 'siv', { boligenAvvikles: true });
});
afterAll(() => world.stop());

const placeOf = async (person: string, id: string) =>
  (await world.as(person).get(`process-instances/${id}/waiting-place`).expect(200)).body;

it('leads to the place from the journey and the case as long as the case waits, and writes down that it was the place somebody saw', async () => {
  const told = async (person: string, path: string) => (await world.as(person).get(path).expect(200)).body;
  const journeys = await told('siv', 'journeys');
  expect(journeys.items).toMatchObject([{ id: sivs, isWaiting: true }]);
  expect(await told('siv', `journeys/${sivs}`)).toMatchObject({ isWaiting: true });
  expect(await told('kari', `process-instances/${sivs}`)).toMatchObject({ isWaiting: true });
  const applied = await createCaseworker(world, 'kari').applicationOf('odd');
  expect(await told('kari', `process-instances/${applied}`)).toMatchObject({ isWaiting: false });

  const title = 'Søknad om kommunal bolig – Siv Dahl';
  for (const person of ['siv', 'kari'])
    expect(await placeOf(person, sivs)).toMatchObject({ title, correcting: 'open' });
  const { items } = await told('siv', 'me/reads');
  const ofKari = items.filter(({ text }: { text: string }) => text.includes('Kari Nordli'));
  expect(ofKari).toContainEqual(
    expect.objectContaining({ text: expect.stringContaining('plassen din på ventelista') }),
  );
});

it('is closed to other applicants and to those who see figures only', async () => {
  for (const other of ['ali', 'knut', 'tor'])
    expect([403, 404]).toContain((await world.as(other).get(`process-instances/${sivs}/waiting-place`)).status);
  const tried = await world.as('ali').post(`process-instances/${sivs}/waiting-place/correct`, { utrygtNa: false });
  expect([403, 404]).toContain(tried.status);
});

it('refuses what the key does not ask for: how often somebody calls is nothing to write down', async () => {
  const tried = await world
    .as('kari')
    .post(`process-instances/${sivs}/waiting-place/correct`, { antallOppringninger: 9 });

  expect(tried.status).toBe(400);
});
