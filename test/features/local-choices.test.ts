import { readFileSync } from 'node:fs';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { waitingApplication } from '../support/waiting-application.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
}, 120_000);
afterAll(() => world.stop());

const choicesFor = async (person: string) => (await world.as(person).get('local-choices').expect(200)).body;
const choiceFor = async (person: string, id: string) =>
  (await choicesFor(person)).items.find((choice: { id: string }) => choice.id === id);
const propose = (person: string, id: string, value: unknown, why = 'Ventetida er lang.') =>
  world.as(person).post(`local-choices/${id}/proposals`, { value, why });
const decide = async (id: string, valgTasIBruk: boolean, valgBegrunnelse: string) => {
  await world.settle();
  await createCaseworker(world, 'knut').does(id, 'Avgjør om valget skal tas i bruk', { valgTasIBruk, valgBegrunnelse });
  await world.settle();
};

const weekdays = [
  { value: 'Monday', label: 'mandag' },
  { value: 'Tuesday', label: 'tirsdag' },
  { value: 'Wednesday', label: 'onsdag' },
  { value: 'Thursday', label: 'torsdag' },
  { value: 'Friday', label: 'fredag' },
];

it('shows everybody who is logged in what the municipality has chosen and why, also an applicant', async () => {
  const { items, canPropose } = await choicesFor('siv');

  expect(canPropose).toBe(false);
  expect(items).toMatchObject([
    {
      id: 'kontakt-hver',
      question: 'Hvor ofte skal den som venter på bolig, høre fra oss?',
      why: expect.stringContaining('minst hver 90. dag (D12)'),
      allowed: { kind: 'number', least: 14, most: 80, unit: 'dager' },
      ...{ value: 80, versions: [{ version: 1, value: 80, to: null, adoptedIn: null }], proposals: [] },
    },
    { id: 'kostnadsterskel', allowed: { kind: 'number', least: 0, most: 25, unit: 'prosent' }, value: 10 },
    { id: 'rundedag', allowed: { kind: 'weekday', days: weekdays }, value: 'Tuesday' },
    { id: 'sjekk-hver', allowed: { kind: 'number', least: 3, most: 6, unit: 'måneder' }, value: 6 },
    { id: 'tildeling-er-vedtak', allowed: { kind: 'yes-no' }, value: false },
    { id: 'ventetidsgrense-1', allowed: { kind: 'number', least: 2, most: 4, unit: 'måneder' }, value: 3 },
    { id: 'ventetidsgrense-2', allowed: { kind: 'number', least: 5, most: 9, unit: 'måneder' }, value: 6 },
    { id: 'ventetidsgrense-3', allowed: { kind: 'number', least: 10, most: 18, unit: 'måneder' }, value: 12 },
    { id: 'ventetidsgrense-4', allowed: { kind: 'number', least: 19, most: 36, unit: 'måneder' }, value: 24 },
  ]);
  await propose('siv', 'kontakt-hver', 60).expect(403);
});

it('changes it by a case: somebody proposes, the staff of the municipal director decides, and the reason stands with the version', async () => {
  const { body } = await propose('kari', 'kontakt-hver', 60).expect(201);
  const id = body.processInstanceId;
  expect(await choiceFor('kari', 'kontakt-hver')).toMatchObject({
    ...{ value: 80, proposals: [{ processInstanceId: id, value: '60 dager', proposedBy: 'Kari Nordli' }] },
  });

  await decide(id, true, 'Åtti dager er for lenge å vente på et ord.');

  expect(await choiceFor('kari', 'kontakt-hver')).toMatchObject({
    value: 60,
    versions: [
      { version: 2, value: 60, reason: 'Åtti dager er for lenge å vente på et ord.', to: null, adoptedIn: id },
      { version: 1, value: 80, to: '2026-11-23', adoptedIn: null },
    ],
    proposals: [],
  });
});

it('stays as it is when the proposal is refused', async () => {
  const before = await choiceFor('kari', 'tildeling-er-vedtak');
  const { body } = await propose('kari', 'tildeling-er-vedtak', true).expect(201);

  await decide(body.processInstanceId, false, 'Vi venter på Statsforvalteren.');

  expect(await choiceFor('kari', 'tildeling-er-vedtak')).toEqual(before);
});

it.each([
  ['kontakt-hver', 81, 400, 'Skriv et helt tall fra 14 til 80 (dager).'],
  ['rundedag', 'Sunday', 400, 'Velg en av disse: mandag, tirsdag, onsdag, torsdag, fredag.'],
  ['kontakt-hver', 30.5, 400, 'Skriv et helt tall fra 14 til 80 (dager).'],
  ['kontakt-hver', true, 400, 'Skriv et helt tall fra 14 til 80 (dager).'],
  ['tildeling-er-vedtak', 1, 400, 'Svar ja eller nei.'],
  ['tildeling-er-vedtak', false, 400, 'Det er slik det er nå: nei.'],
  ['prioriteringsnokkel', 1, 404, undefined],
  ['finnes-ikke', 1, 404, undefined],
])('refuses to propose for %s the value %s: %i', async (id, value, status, message) => {
  await world.settle();
  const before = await world.digest();

  const { body } = await propose('kari', id, value).expect(status);

  expect(body.errors?.[0]?.message).toBe(message);
  expect(await world.digest()).toBe(before);
});

it('is what comes of it: who comes on the list after it was chosen is checked after 4 months, and not after 3', async () => {
  const { body } = await propose('kari', 'sjekk-hver', 4).expect(201);
  await decide(body.processInstanceId, true, 'Mye skjer på et halvt år.');
  const siv = await waitingApplication(world, 'siv', {});
  const until = (to: string) => world.ports.demo?.travel.advance(idOf<'Tenant'>('trondheim'), { to });
  const tasks = () => createCaseworker(world, 'kari').openTasks(siv);

  await until('2027-03-22T12:00:00.000Z');
  expect(await tasks()).not.toContain('Sjekk om vedtaket fortsatt stemmer');
  await until('2027-03-23T12:00:00.000Z');
  expect(await tasks()).toContain('Sjekk om vedtaket fortsatt stemmer');
});

it('cannot be chosen by a set of files, under whatever namespace', async () => {
  const delivered = readFileSync('workflows/lokalt-valg/tildeling-er-vedtak.dmn', 'utf8');
  const deploy = (content: string) => world.as('ada').post('definitions', { files: [{ name: 'valg.dmn', content }] });
  const other = delivered.replace('<text>false</text>', '<text>true</text>');

  for (const content of [other, other.replace('/lokalt-valg/', '/annet/')]) {
    const { body } = await deploy(content).expect(422);
    expect(body.errors).toMatchObject([{ path: 'tildeling-er-vedtak', code: 'DECISION_GUARDED' }]);
  }
  await deploy(delivered).expect(201);
});
