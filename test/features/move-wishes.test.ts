import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import type { Caseworker } from '../support/caseworker.js';
import { enterVacantHomes } from '../support/vacant-homes.js';

let world: ApiWorld;
let kari: Caseworker;
beforeEach(async () => {
  world = await createApiWorld();
  kari = createCaseworker(world, 'kari');
});
afterEach(() => world.stop());

const travel = async (today: string): Promise<void> => {
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: `${today}T08:00:00.000Z` });
  await world.settle();
};

const contact = 'Ta kontakt om bytteønsket';
const decide = 'Avgjør bytteønsket';
const sign = 'Godkjenn avslaget på bytteønsket, eller send det tilbake';
const mapAnew = 'Kartlegg på nytt sammen med beboeren';
const talked = { snakketOn: '2026-11-24', behovEndret: false };
const granted = {
  ...{ hjemmel: 'kommunal-bolig', resultat: 'innvilget', grunnlag: 'samme-vedtak', boligtype: 'Leilighet' },
  vedtakBegrunnelse: 'Du har bodd elleve år i småhus og klarer deg selv.',
};
const refused = {
  hjemmel: 'kommunal-bolig',
  resultat: 'avslag',
  vedtakBegrunnelse: 'Boligen passer til behovet ditt.',
};

/** Siv has lived in a småhus since 2015. */
async function livesInSmahus(): Promise<void> {
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
  await world.as('bjorn').post('buildings', {
    ...{ id: 'tun-1', name: 'Småhus tun 1', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
    ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
  });
  await world.as('bjorn').post('homes', {
    ...{ id: 'hus-1', name: 'Hus 1', building: 'tun-1', boligtype: 'Småhus', egenskaper: [] },
    ...{ disposisjonsform: 'EID', erBofellesskap: false, erTilgjengeligForRullestolbruker: false, status: 'i-bruk' },
    leieTilEiePotensial: false,
  });
  await world.as('tor').post('homes/hus-1/tenancies', { person: 'siv', fromOn: '2015-09-01' }).expect(201);
}

/** Her needs were mapped on the day that the clock shows. */
async function isMapped(): Promise<void> {
  const id = await kari.applicationOf('siv');
  const mapping = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false };
  await kari.does(id, 'Kartlegg behov med søker', mapping);
}

async function wishOf(person: string): Promise<string> {
  const wanted = { process: 'boligbytte', variables: { onske: 'Jeg vil bo for meg selv.' } };
  const { body } = await world.as(person).post('process-instances', wanted).expect(201);
  await world.settle();
  return body.processInstanceId;
}

const shown = async (id: string) => (await world.as('siv').get(`process-instances/${id}`).expect(200)).body;
const lettersOf = async (id: string): Promise<readonly { title: string; text: string }[]> => (await shown(id)).letters;
const journeyOf = async (id: string) => (await world.as('siv').get(`journeys/${id}`).expect(200)).body;
const deadlineOf = async (id: string, task: string) =>
  (await shown(id)).tasks.find(({ name }: { name: string }) => name === task)?.deadline;

/** The case in which a home is found for her, with the case of the wish above it. */
async function searchOf(id: string): Promise<string> {
  const { children } = await shown(id);
  expect(children).toMatchObject([{ process: 'boligtildeling', parentId: id }]);
  return children[0].id;
}

/** A wish that a caseworker writes down for somebody who has no other way to us. */
async function wishFor(soker: string): Promise<string> {
  const wanted = { process: 'boligbytte', variables: { soker, sokerNavn: soker, onske: 'Vil flytte.' } };
  const { body } = await world.as('kari').post('process-instances', wanted).expect(201);
  await world.settle();
  return body.processInstanceId;
}

const reportFor = async (from: string, to: string) =>
  (await world.as('kari').get(`reports/stuck?from=${from}&to=${to}`).expect(200)).body;

const ordered = { boliggruppe: 'rus', nattevakt: false, egenInngang: true };

it('scenario 24: a resident for eleven years asks to move in one sentence: no new application, decided within a month, and she sees how far it is', async () => {
  await livesInSmahus();
  await isMapped();
  const id = await wishOf('siv');

  expect((await lettersOf(id)).map(({ title }) => title)).toEqual(['Vi har fått ønsket ditt om å bytte bolig']);
  expect(await deadlineOf(id, contact)).toMatchObject({ rule: 'L-BYTTE-KVITTERING', dueOn: '2026-11-30' });
  await kari.does(id, contact, talked);
  expect(await kari.openTasks(id)).toEqual([decide]);
  expect(await deadlineOf(id, decide)).toMatchObject({ rule: 'D02', dueOn: '2026-12-23' });
  expect(await journeyOf(id)).toMatchObject({ currentStage: 4, ball: { you: false } });

  await kari.does(id, decide, granted);
  const [decision] = (await world.as('siv').get(`process-instances/${id}/decisions`).expect(200)).body.items;
  expect(decision).toMatchObject({ outcome: 'innvilget', content: { grunnlag: 'samme-vedtak' } });
  const search = await searchOf(id);
  await kari.does(search, 'Send bestilling til boligsosialt team', ordered);
  expect(await journeyOf(search)).toMatchObject({ currentStage: 6, waitingDays: 0 });
  expect((await lettersOf(search)).map(({ title }) => title)).toEqual(['Du står på ventelista']);
  expect((await reportFor('2026-11-01', '2026-11-30')).rows).toEqual([
    { group: 'rus', wishes: null, granted: null, refused: null, undecided: null, overdue: null, waiting: null },
  ]);
}, 60_000);

it('a swap ends the lease of the home that she leaves when the one of the new home begins, and the old home is vacant', async () => {
  await livesInSmahus();
  await isMapped();
  await enterVacantHomes(world, { leilighet: 'Leiligheten' });
  const wish = await wishOf('siv');
  await kari.does(wish, contact, talked);
  await kari.does(wish, decide, granted);
  const search = await searchOf(wish);
  await kari.does(search, 'Send bestilling til boligsosialt team', ordered);
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-11-24T09:00:00.000Z' });
  const [bjorn, tor] = [createCaseworker(world, 'bjorn'), createCaseworker(world, 'tor')];
  const { items } = (await world.as('bjorn').get('user-tasks?filter=all').expect(200)).body;
  const judging = items.find(({ node }: { node: string }) => node === 'vurder-oppforing');
  await bjorn.does(judging.case.id, judging.name, { utfall: 'tilbud', begrunnelse: 'Har ventet lenge.' });
  const only = { kunEttAlternativ: true, kunEttBegrunnelse: 'Ingen annen er ledig.', valgBegrunnelse: 'Egen inngang.' };
  await bjorn.does(search, 'Velg boliger til tilbudet', { boliger: ['leilighet'], ...only });
  await tor.does(search, 'Avtal og hold visning: Leiligheten', { visningOn: '2026-11-24' });
  const yes = { svar: 'ja', valgtBolig: 'Leiligheten' };
  await createCaseworker(world, 'siv').does(search, 'Svar på tilbudet', yes);
  const allocated = { valgtBolig: 'Leiligheten', tildelt: true, lederEnig: true, tildelingBegrunnelse: 'Passer.' };
  await bjorn.does(search, 'Tildel bolig', allocated);

  const leaseOf = async (home: string) => (await world.as('bjorn').get(`homes/${home}`).expect(200)).body.leieforhold;
  await tor.does(search, 'Skriv leiekontrakt', { kontraktOn: '2026-11-24', leieFraOn: '2026-12-01' });
  expect(await leaseOf('leilighet')).toMatchObject({ person: 'siv', fromOn: '2026-12-01' });
  expect(await leaseOf('hus-1')).toMatchObject({ person: 'siv', leavesOn: '2026-12-01' });

  await travel('2026-12-01');
  await tor.does(search, 'Overlever nøkler og protokoll', { innflyttetOn: '2026-12-01', laserVirker: true });
  const { body: old } = await world.as('bjorn').get('homes/hus-1').expect(200);
  expect(old).toMatchObject({ leieforhold: null, vacantSince: '2026-12-01' });
  expect(await leaseOf('leilighet')).toMatchObject({ person: 'siv' });
}, 60_000);

it('is mapped together first when nobody has mapped her needs; she still applies for nothing', async () => {
  const id = await wishOf('siv');
  await kari.does(id, contact, talked);

  expect(await kari.openTasks(id)).toEqual([mapAnew]);
  await kari.does(id, mapAnew, { behov: 'Egen leilighet', onsker: 'Fred' });
  const silent = await kari.tries(id, decide, { ...granted, grunnlag: undefined });
  expect([silent.status, silent.body.errors[0].path]).toEqual([400, 'grunnlag']);
  await kari.does(id, decide, { ...granted, grunnlag: 'nytt-vedtak' });
  expect((await lettersOf(id)).map(({ title }) => title)).toContain('Du får bytte bolig');
}, 60_000);

it('scenario 25: a refusal says why and can be appealed to the board, and a no without reasons is refused', async () => {
  await livesInSmahus();
  await isMapped();
  const id = await wishOf('siv');
  await kari.does(id, contact, talked);
  const silent = await kari.tries(id, decide, { ...refused, vedtakBegrunnelse: undefined });
  expect([silent.status, silent.body.errors[0].path]).toEqual([400, 'vedtakBegrunnelse']);
  await kari.does(id, decide, refused);
  expect((await kari.tries(id, sign, { godkjent: true })).body.code).toBe('four-eyes');
  await createCaseworker(world, 'liv').does(id, sign, { godkjent: true });

  const letter = (await lettersOf(id)).find(({ title }) => title === 'Du får ikke bytte bolig nå');
  expect(letter?.text).toMatch(/Boligen passer til behovet ditt\.[^]*Du kan klage[^]*klagenemnda i kommunen/);
  const reached = { vedtakMottattOn: '2026-11-24', mottakBevis: 'digitalt' };
  await kari.does(id, 'Registrer når svaret kom fram', reached);
  const [decision] = (await world.as('siv').get(`process-instances/${id}/decisions`).expect(200)).body.items;
  expect(decision.appeal).toEqual({ body: 'klagenemnda i kommunen', rule: 'D04', dueOn: '2026-12-15', inTime: true });
  await world.as('siv').post(`decisions/${decision.id}/appeals`, { text: 'Jeg er utrygg.' }).expect(201);
  await world.settle();
  expect(await kari.caseWith('Vurder vedtaket på nytt')).toBeDefined();
}, 60_000);

it('scenario 25: five refusals of people in one group count as stuck; from one to four are not shown, nor a sum that tells them', async () => {
  await livesInSmahus();
  const stuck = await wishFor('siv');
  for (const person of ['p1', 'p2', 'p3', 'p4', 'p5']) {
    const id = await wishFor(person);
    await kari.does(id, contact, talked);
    await kari.does(id, mapAnew, { behov: 'To rom', onsker: 'Fred' });
    await kari.does(id, decide, refused);
    await createCaseworker(world, 'liv').does(id, sign, { godkjent: true });
  }
  await travel('2027-01-23');

  const report = await reportFor('2026-11-01', '2026-11-30');
  expect(report.rows).toEqual([
    { group: 'rus', wishes: null, granted: null, refused: null, undecided: null, overdue: null, waiting: null },
    { group: 'ukjent', wishes: 5, granted: 0, refused: 5, undecided: 0, overdue: 0, waiting: 0 },
  ]);
  expect(report.total).toMatchObject({ wishes: null, refused: null, undecided: null, overdue: null });
  await world.as('per+kd').get('reports/stuck?from=2026-11-01&to=2026-11-30').expect(200);
  await world.as('siv').get('reports/stuck?from=2026-11-01&to=2026-11-30').expect(403);
  expect(await createCaseworker(world, 'liv').openTasks(stuck)).toContain('Leder: bytteønsket er ikke besvart');
}, 120_000);
