import { windDownSchema } from '../../src/contract/wind-down.contract.js';
import { systemActor } from '../../src/runtime/system-actor.js';
import { letHome } from '../../src/cases/homes/let-homes.js';
import { enterHome } from '../../src/cases/homes/keep-homes.js';
import type { RegisterStep } from '../../src/runtime/homes/register-step.js';
import { idOf } from '../../src/shared/id.js';
import { doesAll, sideBySide, takesAll } from '../support/all-tasks.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const trondheim = idOf<'Tenant'>('trondheim');
const residents = Array.from({ length: 44 }, (_, at) => `beboer-${String(at + 1).padStart(2, '0')}`);
const waiting = ['sigrid', 'odd', 'mona', 'rune', 'tove', 'geir'];
const building = {
  ...{ id: 'jar', name: 'Jarleveien 10', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
};
const home = {
  ...{ building: idOf<'Building'>('jar'), boligtype: 'Leilighet', egenskaper: [], disposisjonsform: 'Eid av kommunen' },
  ...{ erBofellesskap: false, erTilgjengeligForRullestolbruker: false, leieTilEiePotensial: false },
  status: 'i-bruk',
  synthetic: true,
} as const;
const decision = {
  ...{ bygg: 'jar', saksnummer: '198/21', vedtattOn: '2026-12-01', ferdigInnen: '2027-11-30' },
  midlertidigLosning: 'Bemanningen er som før.',
};

let world: ApiWorld;
let parent: string;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('bjorn').post('buildings', building).expect(201);
  await sideBySide([...residents.entries()], ([at, person]) => movesIn(person, at));
  await Promise.all(
    waiting.map((id) =>
      world
        .as('kari')
        .post('persons', { id, name: `Søker ${id}` })
        .expect(201),
    ),
  );
}, 180_000);
afterAll(() => world.stop());

const travel = (to: string) => world.ports.demo?.travel.advance(trondheim, { to });

/** The resident with this place in the list lives in the home with the same number, since 2021. */
async function movesIn(person: string, at: number): Promise<void> {
  const place = idOf<'Home'>(`jar-${String(at + 1).padStart(2, '0')}`);
  const lease = { id: idOf<'Tenancy'>(`leie-${at}`), person: idOf<'Actor'>(person), fromOn: '2021-01-01' };
  await world
    .as('kari')
    .post('persons', { id: person, name: `Beboer Nummer${at}` })
    .expect(201);
  await keeps(`bolig-${at}`, enterHome(place, { ...home, name: `Jarleveien 10, bolig ${at + 1}` }));
  await keeps(`leie-${at}`, letHome({ home: place, ...lease }));
}

async function keeps(key: string, step: RegisterStep): Promise<void> {
  const request = { tenant: trondheim, actor: systemActor.id, receipt: { key, requestHash: '1' }, step };
  expect(await world.ports.homes.desk.change(request)).toMatchObject({ ok: true });
}

/** Six people have a yes, and wait for a home in this building and no other since Monday 2026-11-23. */
async function sixWait(): Promise<void> {
  for (const person of waiting)
    await world.as(person).post('process-instances', { process: 'boligtildeling' }).expect(201);
  await world.settle();
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'Et rom', onsker: 'Fred', trengerSamarbeidsmote: false };
  const yes = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
  await doesAll(world, 'kari', 'Kartlegg behov med søker', () => mapped);
  await doesAll(world, 'kari', 'Fatt vedtak om kommunal bolig', () => ({ ...yes, boligtype: 'Leilighet' }));
  const order = { boliggruppe: 'rus', nattevakt: false, egenInngang: false, bygg: 'jar' };
  expect(await doesAll(world, 'kari', 'Send bestilling til boligsosialt team', () => order)).toBe(6);
}

const casesOf = async (person: string, process: string) =>
  (await world.as(person).get(`process-instances?process=${process}`).expect(200)).body.items;
const stateOf = async () => (await world.as('knut').get(`process-instances/${parent}`).expect(200)).body;
const letterCalled = async (wanted: string) =>
  (await stateOf()).letters.find(({ title }: { title: string }) => title === wanted);

it('scenario 47: the council winds Jarleveien down: nobody new gets a home there, 44 residents and 6 who wait get a case each', async () => {
  await sixWait();
  await travel('2026-12-01T12:00:00.000Z');
  await world.as('kari').post('process-instances', { process: 'avvikling' }).expect(403);
  const started = await world.as('knut').post('process-instances', { process: 'avvikling' }).expect(201);
  parent = started.body.processInstanceId;
  await world.settle();

  const knut = createCaseworker(world, 'knut');
  await knut.does(parent, 'Før bystyrets vedtak', { ...decision, bygg: 'jarleveien' });
  expect(await knut.openTasks(parent)).toEqual(['Før bystyrets vedtak']);
  await knut.does(parent, 'Før bystyrets vedtak', decision);

  expect(await world.ports.homes.reader.building(trondheim, 'jar')).toMatchObject({
    status: 'avvikles',
    freeze: { reason: 'Botilbudet avvikles (sak 198/21).' },
  });
  const caseSeenBy = async (person: string) => (await world.as(person).get('buildings/jar').expect(200)).body.windDown;
  expect([await caseSeenBy('kari'), await caseSeenBy('tor')]).toEqual([parent, null]);
  const needs = await world.as('knut').get('housing-needs').expect(200);
  expect(needs.body.items).toMatchObject([
    {
      id: 'leilighet',
      waiting: 6,
      unmet: 6,
      stock: 0,
      vacant: 0,
      isMissing: true,
      closingHomes: 44,
      closingResidents: 44,
    },
  ]);
  expect(await casesOf('kari', 'avvikling-beboer')).toHaveLength(44);
  expect(await casesOf('kari', 'avvikling-venter')).toHaveLength(6);
  expect(await casesOf('knut', 'avvikling-beboer')).toEqual([]);
  const told = await world.as('beboer-07').get('process-instances').expect(200);
  expect(told.body.items).toMatchObject([{ title: 'Ny bolig når botilbudet avvikles – Jarleveien 10, bolig 7' }]);
}, 120_000);

it('scenario 47: the 6 who waited wait for something else, are told so by letter and keep their date', async () => {
  const other = { nyBoligtype: 'Småhus', personenSier: 'Småhus er fint.' };
  expect(await doesAll(world, 'bjorn', 'Finn nytt behov sammen med den som venter', () => other)).toBe(6);

  for (const person of waiting) {
    const [{ id }] = await casesOf(person, 'avvikling-venter');
    const { body } = await world.as(person).get(`process-instances/${id}`).expect(200);
    expect(body.state).toBe('completed');
    expect(body.letters).toMatchObject([{ title: 'Du står fortsatt på ventelista' }]);
    expect(body.letters[0].text).toContain('siden mandag 23. november 2026');
    expect(body.letters[0].text).toContain('Nå venter du på dette: Småhus');
  }
}, 120_000);

it('scenario 47: 44 residents are heard, get a plan and choose; every week the chief executive’s staff gets figures and no names', async () => {
  const said = { samtale: 'gjennomfort', samtaleOn: '2026-12-02', personenSier: 'Jeg vil ha egen inngang.' };
  expect(await doesAll(world, 'kari', 'Hold fremtidssamtale', () => said)).toBe(44);
  await travel('2026-12-08T12:30:00.000Z');
  const status = await letterCalled('Status for avviklingen av Jarleveien 10');
  expect(status.text).toContain('Beboere i alt: 44\nFremtidssamtale holdt eller takket nei til: 44\nHar en plan: 0\n');
  expect(status.text).toContain('Har fått et nytt behov og brev om det: 6');
  expect(JSON.stringify(await stateOf())).not.toMatch(/Nummer\d|Søker (odd|mona)/);

  const followed = (person: string) => world.as(person).get(`process-instances/${parent}/wind-down`);
  const { body: seen } = await followed('kari').expect(200);
  expect(windDownSchema.parse(seen)).toEqual(seen);
  expect(seen.progress).toEqual({ residents: 44, talked: 44, planned: 0, chosen: 0, settled: 0, waiting: 6, told: 6 });
  expect(seen.plans).toHaveLength(44);
  expect(seen.plans[0]).toMatchObject({
    ...{ title: 'Ny bolig når botilbudet avvikles – Jarleveien 10, bolig 1', step: 'plan', isLate: false },
    ...{ ball: { isResident: false, what: 'Lag plan og valg sammen med beboeren' } },
    nextOn: expect.stringMatching(/^2026-12-/),
  });
  expect((await followed('knut').expect(200)).body).toEqual({ ...seen, plans: null });
  await followed('tor').expect(404);
  await followed('beboer-01').expect(404);

  const plan = { valgliste: ['Småhus', 'Bofellesskap'], avtalt: 'Vi søker sammen.', flyttInnenOn: '2027-09-01' };
  expect(await doesAll(world, 'kari', 'Lag plan og valg sammen med beboeren', () => plan)).toBe(44);
  const chosen: number[] = [];
  await sideBySide(residents, async (person) => {
    const isFirst = person === 'beboer-01';
    const way = isFirst ? { vei: 'ny-kommunal-bolig', valg: 'Småhus' } : { vei: 'ordner-selv' };
    chosen.push(await takesAll(world, person, 'Velg hva du vil', () => way));
  });
  await world.settle();
  expect(chosen).toEqual(residents.map(() => 1));
}, 120_000);

it('scenario 47: the winding down ends only when all 44 are settled, the last one by a home of the municipality', async () => {
  const settled = { utfall: 'flyttet', flyttetOn: '2026-12-08', tjenester: 'folger-med' };
  expect(await doesAll(world, 'kari', 'Følg opp flyttingen og tjenestene', () => settled)).toBe(43);
  expect((await stateOf()).state).toBe('active');

  const [application] = await casesOf('beboer-01', 'boligtildeling');
  const { body: looking } = await world.as('kari').get(`process-instances/${parent}/wind-down`).expect(200);
  expect(looking.plans.filter(({ step }: { step: string }) => step !== 'ferdig')).toMatchObject([
    { step: 'ny-bolig', ball: { isResident: false, what: 'Kartlegg behov med søker' } },
  ]);
  expect(application.title).toBe('Søknad om kommunal bolig – Beboer Nummer0');
  await getsAHome(application.id);
  expect((await stateOf()).state).toBe('active');
  expect(await doesAll(world, 'kari', 'Følg opp flyttingen og tjenestene', () => settled)).toBe(1);

  expect((await stateOf()).state).toBe('completed');
  const { body: over } = await world.as('kari').get(`process-instances/${parent}/wind-down`).expect(200);
  expect(over.plans.map(({ step, ball }: { step: string; ball: unknown }) => `${step} ${ball}`)).toEqual(
    residents.map(() => 'ferdig null'),
  );
  const last = await letterCalled('Avviklingen av Jarleveien 10 er ferdig');
  expect(last.text).toContain('Beboere i alt: 44\nPå ventelista for bygget: 6\nBoliger som er borte: 44');
}, 120_000);

/** The resident's application goes its way: mapped, decided, ordered, offered in the next round, moved in, and past the time for an appeal. */
async function getsAHome(id: string): Promise<void> {
  const [kari, bjorn, tor] = [
    createCaseworker(world, 'kari'),
    createCaseworker(world, 'bjorn'),
    createCaseworker(world, 'tor'),
  ];
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'Småhus', onsker: 'Egen dør', trengerSamarbeidsmote: false };
  await kari.does(id, 'Kartlegg behov med søker', mapped);
  const yes = {
    hjemmel: 'kommunal-bolig',
    resultat: 'innvilget',
    vedtakBegrunnelse: 'Bygget avvikles.',
    boligtype: 'Småhus',
  };
  await kari.does(id, 'Fatt vedtak om kommunal bolig', yes);
  await kari.does(id, 'Registrer når vedtaket kom fram', { vedtakMottattOn: '2026-12-08', mottakBevis: 'digitalt' });
  const order = { boliggruppe: 'rus', nattevakt: false, egenInngang: true };
  await kari.does(id, 'Send bestilling til boligsosialt team', order);
  const place = await world.as('beboer-01').get(`process-instances/${id}/waiting-place`).expect(200);
  expect(place.body.now.reasons).toMatchObject([{ condition: 'F' }]);
  await travel('2026-12-15T09:00:00.000Z');
  await doesAll(world, 'bjorn', 'Vurder oppføring: Søknad om kommunal bolig – ', (name) =>
    name.endsWith('Nummer0')
      ? { utfall: 'tilbud', begrunnelse: 'Bygget avvikles' }
      : { utfall: 'uendret', begrunnelse: 'Ingen ledig' },
  );
  await bjorn.does(id, 'Velg boliger til tilbudet', {
    boligerUtenfor: ['Småhus tun 3'],
    utenforBegrunnelse: 'Leies av en privat utleier.',
    ...{ kunEttAlternativ: true, kunEttBegrunnelse: 'Ingen annen er ledig.', valgBegrunnelse: 'Passer.' },
  });
  await tor.does(id, 'Avtal og hold visning: Småhus tun 3', { visningOn: '2026-12-15' });
  await createCaseworker(world, 'beboer-01').does(id, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Småhus tun 3' });
  await bjorn.does(id, 'Tildel bolig', {
    valgtBolig: 'Småhus tun 3',
    tildelt: true,
    tildelingBegrunnelse: 'Enige med leder.',
  });
  await tor.does(id, 'Skriv leiekontrakt', { kontraktOn: '2026-12-15', leieFraOn: '2026-12-15' });
  await tor.does(id, 'Overlever nøkler og protokoll', { innflyttetOn: '2026-12-15', laserVirker: true });
  await travel('2027-01-05T12:00:00.000Z');
}
