import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
let project: string;
beforeAll(async () => {
  world = await createApiWorld();
  const start = { process: 'boligutvikling', variables: { prosjekt: 'Ladeveien' } };
  const { body } = await world.as('per').post('process-instances', start).expect(201);
  project = body.processInstanceId;
  await world.settle();
});
afterAll(() => world.stop());

const travel = (to: string) => world.ports.demo?.travel.advance(idOf('trondheim'), { to });
const does = (person: string, task: string, variables: object) =>
  createCaseworker(world, person).does(project, task, variables);
const openTasks = () => createCaseworker(world, 'per').openTasks(project);
const asksForExemption = { handling: 'be-om-unntak', motedato: '2026-12-14' };

/** The open checkpoint is exempted by the leader, who is told why. */
async function exempt(): Promise<void> {
  const per = createCaseworker(world, 'per');
  const point = await per.caseWith('Inviter til medvirkning');
  const unntakBegrunnelse = 'Brukerne ble hørt om det samme i vår.';
  await per.does(point, 'Inviter til medvirkning', { ...asksForExemption, unntakBegrunnelse });
  const decided = { unntakGodkjent: true, unntakVurdering: 'Godtatt.' };
  await createCaseworker(world, 'knut').does(point, 'Ta stilling til unntak', decided);
}

const outcomeOf = async (wanted: string): Promise<readonly string[]> => {
  const { body } = await world.as('per').get('projects').expect(200);
  const points: readonly Record<string, string>[] = body.items[0].checkpoints;
  return points.filter(({ code }) => code === wanted).map(({ outcome }) => outcome ?? 'open');
};

const heardOf = async (person: string, wanted: string, year = 2026): Promise<object | undefined> => {
  const { body } = await world.as(person).get(`participation/report?year=${year}`).expect(200);
  return body.together.find(({ code }: { code: string }) => code === wanted);
};

const lettersOf = async (person: string, id: string): Promise<readonly Record<'title' | 'text' | 'to', string>[]> =>
  (await world.as(person).get(`process-instances/${id}`).expect(200)).body.letters;

const survey = { mangler: 'Små hus' };
const picture = { behovsbilde: 'Ni hus', antallBoliger: 9 };
const proposal = { saksframlegg: 'Ni hus', innstilling: 'Vedtas' };
const adopted = { politiskSak: 'PS 9/26', bystyrevedtak: 'vedtatt' };
const announced = { kunngjortOn: '2027-01-20', varsletParter: true };

it('scenario 44: the user representative who declines is offered another form; a second no counts as asked, never as held', async () => {
  await does('per', 'Samle behov og tall', survey);
  const per = createCaseworker(world, 'per');
  const berit = createCaseworker(world, 'berit');
  const point = await per.caseWith('Inviter til medvirkning');
  await per.does(point, 'Inviter til medvirkning', {
    handling: 'inviter',
    motedato: '2026-12-14',
    sporsmal: 'Hva trengs?',
  });

  await berit.does(point, 'Svar på invitasjonen', { svar: 'takker-nei' });
  expect(await per.openTasks(point)).toEqual(['Tilby en annen form']);
  await per.does(point, 'Tilby en annen form', { annenForm: 'Skriftlig', motedato: '2026-12-18' });
  const offers = (await lettersOf('berit', point)).filter(({ text }) =>
    text.includes('En annen måte å delta på: Skriftlig'),
  );
  expect(offers).toHaveLength(1);
  await berit.does(point, 'Svar på invitasjonen', { svar: 'takker-nei' });

  expect(await outcomeOf('MP-B1')).toEqual(['fravalgt']);
  expect(await heardOf('berit', 'MP-B1')).toMatchObject({ invited: 1, held: 0, declined: 1, exempted: 0, open: 0 });
  expect(await openTasks()).toEqual(['Godkjenn behovsbildet']);
});

it('scenario 39: politicians who send the case back get a new survey, and what was said the first time is kept', async () => {
  const { body: open } = await world.as('knut').get('user-tasks?filter=all').expect(200);
  const approval = open.items.find(({ node }: { node: string }) => node === 'godkjenn-behovsbilde');
  expect((await world.as('knut').get(`user-tasks/${approval.id}`).expect(200)).body.values).toMatchObject({
    behovKilde: expect.stringMatching(/^Ingen behovsbilde er publisert\. Ventelista og boligregisteret 2026-/),
  });
  await does('knut', 'Godkjenn behovsbildet', picture);
  await does('per', 'Skriv saksframlegg', proposal);
  await exempt();
  await does('knut', 'Registrer politisk prinsippvedtak', { politiskSak: 'PS 1/26', prinsippvedtak: 'tilbake' });
  expect(await openTasks()).toEqual(['Samle behov og tall']);

  await does('per', 'Samle behov og tall', { mangler: 'Små hus, og tre med nattevakt' });

  const { body } = await world.as('per').get(`process-instances/${project}`).expect(200);
  const surveys = body.tasks.filter(({ node }: { node: string }) => node === 'samle-behov');
  const read = async ({ id }: { id: string }) => (await world.as('per').get(`user-tasks/${id}`).expect(200)).body;
  const said = await Promise.all(surveys.map(read));
  expect(said.map(({ state, values }) => `${state}: ${values.mangler}`).toSorted()).toEqual([
    'completed: Små hus',
    'completed: Små hus, og tre med nattevakt',
  ]);
});

it('scenario 40: a hearing of 5 weeks is refused, since the law says at least 6; one of 8 weeks lasts 8', async () => {
  await exempt();
  await does('knut', 'Godkjenn behovsbildet', picture);
  await does('per', 'Skriv saksframlegg', proposal);
  await exempt();
  await does('knut', 'Registrer politisk prinsippvedtak', {
    ...{ politiskSak: 'PS 2/26', prinsippvedtak: 'ja', prinsippvilkar: ['Minst ni hus.', 'Egen inngang.'] },
  });
  await does('knut', 'Finn og vurder tomter', { tomter: ['Lade'], tomtevurdering: 'God' });
  await exempt();
  const chosen = { valgtTomt: 'Lade', tomtBegrunnelse: 'God', fagligRangering: ['Lade'] };
  await does('per', 'Innstill på tomt', chosen);
  const hearing = { publisertOn: '2026-11-23', horingstype: 'reguleringsplan' };

  const knut = createCaseworker(world, 'knut');
  const short = await knut.tries(project, 'Publiser høringen', { ...hearing, horingsuker: 5 });
  expect({ status: short.status, errors: short.body.errors.map(({ path }: { path: string }) => path) }).toEqual({
    status: 400,
    errors: ['horingsuker'],
  });
  await does('knut', 'Publiser høringen', { ...hearing, horingsuker: 8 });
  await exempt();

  await travel('2027-01-05T09:00:00.000Z');
  expect(await openTasks()).toEqual([]);
  await travel('2027-01-19T09:00:00.000Z');
  expect(await openTasks()).toEqual(['Behandle merknadene']);
});

it('scenario 43: no pre-project without MP-B6; the leader exempts it with a reason, and the committee is told both in a letter and in its report', async () => {
  await does('knut', 'Behandle merknadene', { antallMerknader: 0, merknadsvar: 'Ingen', nyTomt: false });
  await does('knut', 'Registrer bystyrets vedtak', adopted);
  await does('knut', 'Kunngjør vedtaket', announced);
  await exempt();
  await does('per', 'Lag romprogram og skisser', { romprogram: 'Ni hus' });

  expect(await openTasks()).toEqual([]);
  const per = createCaseworker(world, 'per');
  const point = await per.caseWith('Inviter til medvirkning');
  expect((await per.tries(point, 'Inviter til medvirkning', asksForExemption)).status).toBe(400);
  expect(await outcomeOf('MP-B6')).toEqual(['open']);
  await world.as('aud').get(`process-instances/${point}`).expect(200);
  expect(await lettersOf('aud', point)).toEqual([]);
  await exempt();

  expect(await outcomeOf('MP-B6')).toEqual(['unntatt']);
  const report = (await lettersOf('aud', point)).find(({ to }) => to === 'Aud Sletten');
  expect(report?.title).toMatch(/^Unntak fra medvirkning: MP-B6 .* – Ladeveien$/);
  expect(report?.text).toMatch(/Brukerne ble hørt om det samme i vår\.[^]*Godtatt\./);
  expect(await heardOf('aud', 'MP-B6', 2027)).toMatchObject({ invited: 0, held: 0, exempted: 1 });
  await world.as('aud').get(`process-instances/${project}`).expect(404);
  expect(await openTasks()).toEqual(['Lag forprosjekt med kostnad']);
});

it('scenario 45: a cost of 15 per cent over goes back to the council; 10 per cent does not', async () => {
  const costs = { kostnad: 50_000_000, kostnadsavvikProsent: 15 };
  await does('tor', 'Lag forprosjekt med kostnad', costs);
  expect(await openTasks()).toEqual(['Registrer bystyrets vedtak']);

  await does('knut', 'Registrer bystyrets vedtak', adopted);
  await does('knut', 'Kunngjør vedtaket', announced);
  await exempt();
  await does('per', 'Lag romprogram og skisser', { romprogram: 'Ni mindre hus' });
  await exempt();
  await does('tor', 'Lag forprosjekt med kostnad', { ...costs, kostnadsavvikProsent: 10 });

  expect(await openTasks()).toEqual(['Varsle naboene']);
});

it('tells one project: phases with every stay, the gate ahead, both decisions, sites side by side, the limit of cost and a range for the end', async () => {
  const { body } = await world.as('per').get(`projects/${project}`).expect(200);

  const stays = body.phases.map(({ phase, visits }: { phase: number; visits: unknown[] }) => [phase, visits.length]);
  expect(stays).toEqual([
    [1, 2],
    [2, 2],
    [3, 1],
    [4, 1],
    [5, 2],
    [6, 2],
    [7, 0],
    [8, 0],
  ]);
  const gate = body.phases[5].steps.map(({ node, state }: Record<string, string>) => `${node} ${state}`);
  expect(gate).toEqual([
    'lag-romprogram done',
    'mp-b6-tegninger done',
    'lag-forprosjekt done',
    'varsle-naboer open',
    'nabofrist ahead',
    'send-byggesoknad ahead',
    'folg-byggesak-tolv-uker ahead',
    'folg-byggesak-tre-uker ahead',
  ]);
  expect(body.politicalCases.map(({ caseNumber }: { caseNumber: string }) => caseNumber)).toEqual([
    'PS 1/26',
    'PS 2/26',
    'PS 9/26',
    'PS 9/26',
  ]);
  expect(body.sites.items).toEqual([{ name: 'Lade', staffRank: 1, residentRank: null, isChosen: true }]);
  expect(body.budget).toMatchObject({ cost: 50_000_000, deviationPercent: 10, thresholdPercent: 10, isOver: false });
  expect(body.hearing).toMatchObject({ publishedOn: '2026-11-23', openUntil: null, answer: { count: 0 } });
  expect(body.forecast.phases.map(({ basis }: { basis: string }) => basis)).toEqual(['rules', 'rules', 'rules']);
  expect(body.forecast.likelyOn > '2028-06-01').toBe(true);
  const exempted = body.participation.find(({ code }: { code: string }) => code === 'MP-B6');
  expect(exempted).toMatchObject({
    outcome: 'unntatt',
    exemption: { reason: 'Brukerne ble hørt om det samme i vår.', isApproved: true, assessment: 'Godtatt.' },
  });

  await world.as('siv').get(`projects/${project}`).expect(404);
  await world.as('kari@orkland').get(`projects/${project}`).expect(404);
});

it('tells who was heard in 2026, and nothing of it in 2025: MP-B1 exempted the second time, with reason and answer; nothing of it to a caseworker', async () => {
  const { body } = await world.as('berit').get('participation/report?year=2026').expect(200);

  expect(body.together.find(({ code }: { code: string }) => code === 'MP-B1')).toMatchObject({ exempted: 1, held: 0 });
  expect(body.alone).toEqual([]);
  const [first] = body.checkpoints;
  expect(first).toMatchObject({ code: 'MP-B1', owner: 'Ladeveien', outcome: 'unntatt', feedback: { isOwed: false } });
  expect(first.exemption).toMatchObject({ isApproved: true, assessment: 'Godtatt.' });
  const before = await world.as('berit').get('participation/report?year=2025').expect(200);
  expect(before.body).toMatchObject({ year: 2025, together: [], checkpoints: [] });
  await world.as('kari').get('participation/report').expect(403);
});

it('is not built to its end before the politicians’ 2 conditions are answered one by one; what is not met is put before them', async () => {
  await does('tor', 'Varsle naboene', { nabovarselOn: '2027-01-20' });
  await travel('2027-02-04T09:00:00.000Z');
  await does('tor', 'Send byggesøknad', { byggesoknadOn: '2027-02-04', byggesakFrist: 'tre-uker' });
  await does('tor', 'Følg byggesaken', { tillatelse: 'gitt', tillatelseOn: '2027-02-04' });
  await does('tor', 'Start byggingen', { igangsattOn: '2027-04-19', planlagtFerdigOn: '2027-09-01' });
  await exempt();
  await does('per', 'Følg opp bygging og bemanning', { framdrift: 'Ferdig', bemanningKlar: true });
  const asked = ['Svar på vilkåret: Egen inngang.', 'Svar på vilkåret: Minst ni hus.'];
  expect((await openTasks()).toSorted()).toEqual(asked);

  await does('per', 'Svar på vilkåret: Minst ni hus.', { vilkarResultat: 'fulgt', vilkarSvar: 'Det ble ni.' });
  expect(await openTasks()).toEqual([asked[0]]);
  await does('per', 'Svar på vilkåret: Egen inngang.', { vilkarResultat: 'delvis', vilkarSvar: 'To hus deler.' });
  expect(await openTasks()).toEqual(['Legg fram det som ikke er fulgt']);
  const knut = createCaseworker(world, 'knut');
  await knut.does(project, 'Legg fram det som ikke er fulgt', {
    vilkarSak: 'PS 4/27',
    vilkarTilSvar: 'Tatt til orientering.',
  });

  expect(await openTasks()).toEqual(['Få ferdigattest og overta bygget']);
  const { body } = await world.as('per').get(`projects/${project}`).expect(200);
  expect(body.politicalCases[1].conditions).toEqual([
    { text: 'Minst ni hus.', outcome: 'fulgt', answer: 'Det ble ni.' },
    { text: 'Egen inngang.', outcome: 'delvis', answer: 'To hus deler.' },
  ]);
  expect(body.politicalCases).toContainEqual(
    expect.objectContaining({ caseNumber: 'PS 4/27', decision: 'lagt-fram', reason: 'Tatt til orientering.' }),
  );
});

it('counts each exempted checkpoint as an exception, with the leader who approved it and why', async () => {
  const { body } = await world.as('per').get('exceptions?from=2026-11-01&to=2027-12-31').expect(200);

  const exempted = body.items.filter(({ kind }: { kind: string }) => kind === 'participation-exempted');
  expect(body.counts).toContainEqual({ kind: 'participation-exempted', count: exempted.length });
  expect(exempted[0]).toMatchObject({ by: 'Knut Haugen', reason: 'Godtatt.', title: expect.stringMatching(/^MP-B7 /) });
});

it('is stopped by the director’s staff in whatever phase, with a reason that user representatives get in a letter; its tasks fall away', async () => {
  const stop = (person: string, reason = 'Tomta er solgt til andre, og ingen annen er funnet.') =>
    world.as(person).post(`projects/${project}/stop`, { reason });
  for (const person of ['per', 'tor', 'berit', 'aud', 'kari'])
    expect([403, 404]).toContain((await stop(person)).status);
  expect((await stop('knut', 'Solgt.').expect(400)).body.errors[0].path).toBe('reason');
  const { body: before } = await world.as('knut').get(`projects/${project}`).expect(200);
  expect(before).toMatchObject({ canStop: true, stopReason: null });

  await stop('knut').expect(200);
  await world.settle();

  expect(await openTasks()).toEqual([]);
  const { body: after } = await world.as('knut').get(`projects/${project}`).expect(200);
  expect(after).toMatchObject({ canStop: false, stopReason: expect.stringContaining('Tomta er solgt') });
  const letter = (await lettersOf('knut', project)).find(({ to }) => to === 'Berit Lien');
  expect([letter?.title, letter?.text]).toEqual([
    'Prosjektet stanser: Ladeveien',
    expect.stringContaining('Grunnen: Tomta er solgt til andre'),
  ]);
  expect((await stop('knut')).status).toBe(409);
});
