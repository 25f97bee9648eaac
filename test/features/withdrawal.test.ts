import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { enterVacantHomes } from '../support/vacant-homes.js';
import { waitingApplication } from '../support/waiting-application.js';

const trondheim = idOf<'Tenant'>('trondheim');
let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
}, 120_000);
afterEach(() => world.stop());

const by = (person: string) => createCaseworker(world, person);
const withdraw = (person: string, id: string) => world.as(person).post(`applications/${id}/withdraw`, {});
const journeyOf = async (id: string, person = 'siv') => (await world.as(person).get(`journeys/${id}`).expect(200)).body;
const caseOf = async (id: string) => (await world.as('kari').get(`process-instances/${id}`).expect(200)).body;
const namesOf = async (person: string): Promise<readonly string[]> =>
  (await world.as(person).get('user-tasks?filter=all').expect(200)).body.items.map(
    (task: { name: string }) => task.name,
  );

it('is hers to do the day after she applied: the mapping is nobody’s task any more, and a letter says what it means', async () => {
  const id = await by('siv').applicationOf('siv');
  await world.ports.demo?.travel.advance(trondheim, { to: '2026-11-24T08:00:00.000Z' });
  expect(await journeyOf(id)).toMatchObject({ canWithdraw: true });

  await withdraw('siv', id).expect(200);
  await world.settle();

  const journey = await journeyOf(id);
  expect(journey.canWithdraw).toBe(false);
  expect(journey.letters.map(({ title }: { title: string }) => title)).toEqual([
    'Vi har fått søknaden din',
    'Du har trukket søknaden din',
  ]);
  expect(await namesOf('kari')).toEqual([]);
  expect(await caseOf(id)).toMatchObject({ state: 'completed' });
  const { body } = await world.as('kari').get(`process-instances/${id}/journal`).expect(200);
  expect(JSON.stringify(body)).toContain('Mottatt: Søker trekker søknaden, fra Siv Dahl.');
  // She may apply again at once.
  expect(await by('siv').applicationOf('siv')).not.toBe(id);
});

it('lets go of the home that was kept for her in an offer, and takes her off the list, in one step for her', async () => {
  await enterVacantHomes(world, { 'tun-1': 'Hus 1' });
  const id = await waitingApplication(world, 'siv', {});
  await world.ports.demo?.travel.advance(trondheim, { to: '2026-11-24T09:00:00.000Z' });
  const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
  await by('bjorn').does(await by('bjorn').caseWith(entry), entry, { utfall: 'tilbud', begrunnelse: 'Uten bolig' });
  await by('bjorn').does(id, 'Velg boliger til tilbudet', {
    ...{ boliger: ['tun-1'], valgBegrunnelse: 'Egen inngang.' },
    ...{ kunEttAlternativ: true, kunEttBegrunnelse: 'Ingen annen er ledig.' },
  });
  const keptFor = async () => (await world.as('bjorn').get('homes/tun-1').expect(200)).body.boligreservasjon?.person;
  expect(await keptFor()).toBe('siv');

  await withdraw('siv', id).expect(200);
  await world.settle();

  expect(await keptFor()).toBeUndefined();
  expect((await world.as('bjorn').get('waiting-list').expect(200)).body.items).toEqual([]);
  expect(await namesOf('bjorn')).not.toContain('Avtal og hold visning');
  expect(await caseOf(id)).toMatchObject({ state: 'completed' });
});

it('is done once: said twice with one key it is one answer, and said again it is refused', async () => {
  const id = await by('siv').applicationOf('siv');
  const twice = () => withdraw('siv', id).set('idempotency-key', 'trekk-1');
  const first = await twice().expect(200);
  await world.settle();

  expect((await twice().expect(200)).body).toEqual(first.body);
  expect((await withdraw('siv', id).expect(409)).body.code).toBe('process-instance-ended');
});

it('is not possible when it is refused: that is decided, and she may appeal', async () => {
  const id = await by('kari').applicationOf('siv');
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Nær bussen' };
  await by('kari').does(id, 'Kartlegg behov med søker', { ...mapped, trengerSamarbeidsmote: false });
  const refusal = { hjemmel: 'kommunal-bolig', resultat: 'avslag', vedtakBegrunnelse: 'Du har en bolig.' };
  await by('kari').does(id, 'Fatt vedtak om kommunal bolig', refusal);
  // Nobody is told of a refusal that one person proposes.
  expect(await journeyOf(id)).toMatchObject({ canWithdraw: true });
  await by('liv').does(id, 'Godkjenn avslaget, eller send det tilbake', { godkjent: true });

  expect(await journeyOf(id)).toMatchObject({ canWithdraw: false });
  expect((await withdraw('siv', id).expect(409)).body.code).toBe('application-not-withdrawable');
  expect(await caseOf(id)).toMatchObject({ state: 'active' });
});

it('is not for others: 404 for whoever may not know of it, 403 for who may only read; her caseworker writes down what she said', async () => {
  const id = await by('siv').applicationOf('siv');

  await withdraw('mona', id).expect(404);
  await withdraw('bjorn', id).expect(403);
  await withdraw('berit', id).expect(403);
  expect(await caseOf(id)).toMatchObject({ state: 'active' });

  await withdraw('kari', id).expect(200);
  await world.settle();
  expect(await caseOf(id)).toMatchObject({ state: 'completed' });
});
