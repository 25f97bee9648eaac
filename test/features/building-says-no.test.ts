import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { enterVacantHomes } from '../support/vacant-homes.js';

let world: ApiWorld;
let id: string;

beforeAll(async () => {
  world = await createApiWorld();
  await enterVacantHomes(world);
});
afterAll(() => world.stop());

const by = (person: string) => createCaseworker(world, person);
const group = 'Ta saken opp i fagressursgruppen for bolig';

it('scenario 14: Siv waits for a home', async () => {
  id = await by('kari').applicationOf('siv');
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Nær bussen' };
  await by('kari').does(id, 'Kartlegg behov med søker', { ...mapped, trengerSamarbeidsmote: false });
  const decision = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
  await by('kari').does(id, 'Fatt vedtak om kommunal bolig', decision);
  const order = { boliggruppe: 'rus', nattevakt: false, egenInngang: true };
  await by('kari').does(id, 'Send bestilling til boligsosialt team', order);
});

/** The round of a Tuesday gives Siv an offer, she says yes, and the leader of the building says no. */
async function isRefused(on: string, tildelingBegrunnelse: string): Promise<void> {
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: `${on}T09:00:00.000Z` });
  const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
  await by('bjorn').does(await by('bjorn').caseWith(entry), entry, { utfall: 'tilbud', begrunnelse: 'Uten bolig' });
  const onlyOne = { kunEttAlternativ: true, kunEttBegrunnelse: 'Ingen annen er ledig' };
  const homes = { boliger: ['tun-3'], valgBegrunnelse: 'Egen inngang', ...onlyOne };
  await by('bjorn').does(id, 'Velg boliger til tilbudet', homes);
  await by('tor').does(id, 'Avtal og hold visning: Småhus tun 3', { visningOn: on });
  await by('siv').does(id, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Småhus tun 3', opplevdPress: true });
  const refused = { valgtBolig: 'Småhus tun 3', tildelt: false, lederEnig: false, tildelingBegrunnelse };
  await by('bjorn').does(id, 'Tildel bolig', refused);
}

it('scenario 14: a no from the leader of the building puts her back on the list, with its reason', async () => {
  await isRefused('2026-11-24', 'For mange unge i tunet');

  expect(await by('bente').openTasks(id)).not.toContain(group);
});

it('scenario 14: a second no takes the case to the resource group with both reasons', async () => {
  await isRefused('2026-12-01', 'Trenger nattevakt');

  const { body } = await world.as('bente').get('user-tasks?filter=all').expect(200);
  const task = body.items.find(({ name }: { name: string }) => name === group);
  const { values } = (await world.as('bente').get(`user-tasks/${task.id}`).expect(200)).body;
  expect(values).toMatchObject({ lederNeiGrunner: ['For mange unge i tunet', 'Trenger nattevakt'] });
});

it('scenario 14: the group’s advice is written down, and she stands where she stood', async () => {
  expect((await by('bente').tries(id, group, {})).status).toBe(400);
  await by('bente').does(id, group, { frgAnbefaling: 'Tilby Gamle Oslovei med nattevakt' });

  const { body } = await world.as('siv').get(`process-instances/${id}/waiting-place`).expect(200);
  expect(body).toMatchObject({ waitingSince: '2026-11-23', rounds: [{ outcome: 'tilbud' }, { outcome: 'tilbud' }] });
});

it('counts for leaders that she felt pressed to answer, and hides it while they are two', async () => {
  const { body } = await world.as('bente').get('figures?year=2026').expect(200);
  const table = body.tables.find((one: { id: string }) => one.id === 'press');

  expect(table.rows.map(({ name, cells }: { name: string; cells: unknown }) => [name, cells])).toEqual([
    ['Følte seg presset til å svare', [null, null]],
    ['Sa ikke fra om press', [0, 0]],
    ['Alle', [null, null]],
  ]);
});

it('scenario 2: a round in which Siv has no outcome is not closed: the round says that it is she who lacks one, and an operator’s jump past her closes nothing', async () => {
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-12-08T09:00:00.000Z' });
  const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
  const round = await by('bjorn').caseWith(entry);
  const silent = await by('bjorn').tries(round, entry, { begrunnelse: 'Ingen ledig' });
  expect([silent.status, silent.body.errors[0].path]).toEqual([400, 'utfall']);
  const { body: shown } = await world.as('bjorn').get(`rounds/${round}`).expect(200);
  expect(shown).toMatchObject({ state: 'open', lacking: 1 });
  expect(shown.items).toMatchObject([{ title: 'Søknad om kommunal bolig – Siv Dahl', outcome: null }]);

  const past = { cancel: [{ node: 'runden' }], start: [{ node: 'lukk-runde' }], reason: 'Runden henger' };
  await world.as('ada').post(`process-instances/${round}/modify`, past).expect(200);
  await world.settle();

  const { body: still } = await world.as('bjorn').get(`process-instances/${round}`).expect(200);
  expect(still).toMatchObject({ state: 'active', activeNodes: ['lukk-runde'] });
  const { body: place } = await world.as('siv').get(`process-instances/${id}/waiting-place`).expect(200);
  expect(place.rounds).toHaveLength(2);
});
