import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { waitingApplication } from '../support/waiting-application.js';
import { childrenFirst, deliveredKey } from '../support/priority-key.js';

let world: ApiWorld;
let sivs: string;

beforeAll(async () => {
  world = await createApiWorld();
  sivs = await waits('siv', { boligenAvvikles: true });
});
afterAll(() => world.stop());

const waits = (person: string, known: object) => waitingApplication(world, person, known);
const travel = (to: string) => world.ports.demo?.travel.advance(idOf('trondheim'), { to });

const placeOf = async (person: string, id: string) =>
  (await world.as(person).get(`process-instances/${id}/waiting-place`).expect(200)).body;

async function judge(title: string, outcome: object): Promise<void> {
  const bjorn = createCaseworker(world, 'bjorn');
  await bjorn.does(await bjorn.caseWith(title), title, outcome);
}

const sivsEntry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';

it('shows the person where the key puts her and why, and lets her correct it: that is told in her case', async () => {
  expect(await placeOf('siv', sivs)).toMatchObject({
    waitingSince: '2026-11-23',
    now: { group: 2, reasons: [{ condition: 'F', text: 'Boligen skal avvikles' }], ruleVersion: 1 },
    rounds: [],
  });

  const corrected = await world
    .as('siv')
    .post(`process-instances/${sivs}/waiting-place/correct`, { utrygtNa: true, boligenAvvikles: null });
  expect(corrected.status).toBe(200);
  await world.settle();

  const { now, circumstances } = await placeOf('siv', sivs);
  expect(now).toMatchObject({ group: 1, reasons: [{ condition: 'B', text: 'Bor utrygt nå' }] });
  expect(circumstances.filter(({ value }: { value: unknown }) => value !== null)).toMatchObject([
    { id: 'utrygtNa', text: 'Bor utrygt nå', value: true },
  ]);
  const { body } = await world.as('kari').get(`process-instances/${sivs}/journal`).expect(200);
  expect(JSON.stringify(body)).toContain('Nye opplysninger');
});

it('gives the round place group, reasons and version in the task, and keeps them with the outcome', async () => {
  await waits('ali', { barnIHusstanden: true });
  await travel('2026-11-24T09:00:00.000Z');
  const { body } = await world.as('bjorn').get('user-tasks?filter=all').expect(200);
  const judging = body.items.filter(({ node }: { node: string }) => node === 'vurder-oppforing');
  const read = async ({ id }: { id: string }) => (await world.as('bjorn').get(`user-tasks/${id}`).expect(200)).body;
  const tasks = await Promise.all(judging.map(read));
  expect(tasks.find(({ name }) => name === sivsEntry)?.values).toMatchObject({
    plassgruppe: 1,
    grunner: ['Bor utrygt nå'],
    regelVersjon: 1,
  });

  for (const { name } of tasks) await judge(name, { utfall: 'uendret', begrunnelse: 'Ola trenger den mer' });

  const whole = { outcome: 'uendret', placement: { group: 1, reasons: [{ condition: 'B' }], ruleVersion: 1 } };
  expect((await placeOf('siv', sivs)).rounds).toMatchObject([{ ...whole, reason: null }]);
  expect((await placeOf('kari', sivs)).rounds).toMatchObject([{ ...whole, reason: 'Ola trenger den mer' }]);
});

it('lists everybody who waits in the order of the key: place, reasons, wait, what a home must be and when somebody looked', async () => {
  const list = async (person: string, asked = '') =>
    (await world.as(person).get(`waiting-list${asked}`).expect(200)).body;
  const whole = await list('bjorn');
  expect(whole).toMatchObject({ waiting: 2, found: 2, ruleVersion: 1, next: null });
  expect(whole.items).toMatchObject([
    {
      ...{ processInstanceId: sivs, place: 1, group: 1, reasons: [{ condition: 'B', text: 'Bor utrygt nå' }] },
      ...{ waitingSince: '2026-11-23', waitedDays: 1, lastReviewedOn: '2026-11-24', roundsMissed: 0 },
      ...{ lookBy: '2026-12-01', isLeftAlone: false, homeType: 'Andre typer' },
      must: { group: 'rus', nightStaff: false, ownEntrance: true, avoids: false, building: null },
    },
    { title: 'Søknad om kommunal bolig – ali', place: 2, group: 2, reasons: [{ text: 'Har barn i husstanden' }] },
  ]);
  expect(await list('bjorn', '?group=2')).toMatchObject({ waiting: 2, found: 1, items: [{ place: 2 }] });
  expect(await list('bjorn', '?limit=1')).toMatchObject({ items: [{ place: 1 }], next: 1 });
  expect(await list('bjorn', '?limit=1&offset=1')).toMatchObject({ items: [{ place: 2 }], next: null });

  const { body } = await world.as('siv').get('me/reads').expect(200);
  const ofBjorn = body.items.filter(({ who, text }: Record<string, string>) => `${who} ${text}`.includes('Moe'));
  expect(ofBjorn).toMatchObject([{ text: expect.stringContaining('plassen din på ventelista') }]);
});

it('tells those who see figures only neither who waits nor how many, where they are fewer than 5', async () => {
  const { body } = await world.as('knut').get('waiting-list').expect(200);
  expect(body).toMatchObject({ waiting: null, groups: [{ people: null }, { people: null }], items: null, areas: [] });
  expect(JSON.stringify(body)).not.toContain('Siv');
  expect((await world.as('nina').get('waiting-list').expect(200)).body).toMatchObject({ found: 0, items: [] });
  for (const other of ['siv', 'tor', 'ada']) await world.as(other).get('waiting-list').expect(404);
});

const compare = (person: string, dmn = childrenFirst) => world.as(person).post('priority-rule/comparisons', { dmn });

it('scenario 49: a proposed key is tried on past rounds: who goes up and down and why, names for those who may see them only', async () => {
  const { body } = await compare('bjorn').expect(200);
  expect(body.items).toMatchObject([
    {
      on: '2026-11-24',
      entries: [
        { change: 'opp', before: { place: 2, group: 2, ruleVersion: 1 }, after: { place: 1, group: 1 } },
        { change: 'ned', before: { place: 1, group: 1, ruleVersion: 1 }, after: { place: 2, group: 2 } },
      ],
    },
  ]);
  const [up, down] = body.items[0].entries;
  expect(up.after.reasons).toEqual([{ condition: 'C', text: 'Har barn i husstanden' }]);
  expect([up.title, down.title]).toEqual(['Søknad om kommunal bolig – ali', 'Søknad om kommunal bolig – Siv Dahl']);

  // Whoever is shown her name in a comparison stands in what she can read of it.
  const reads = async () => (await world.as('siv').get('me/reads').expect(200)).body.items.length;
  const before = await reads();
  expect((await compare('liv').expect(200)).body.items[0].entries[1].title).toContain('Siv Dahl');
  expect(await reads()).toBe(before + 1);

  const figures = (await compare('knut').expect(200)).body;
  expect(figures).toMatchObject({ rounds: 1, figures: { up: null, down: null, same: 0 }, items: null });
  expect(JSON.stringify(figures)).not.toContain('Siv');
  for (const other of ['siv', 'tor', 'ada']) await compare(other).expect(403);
  expect((await compare('bjorn', '<definitions/>').expect(422)).body.code).toBe('invalid-model');
});

it('scenario 49: the key counts once users were heard and the leader said why; old rounds show the old version', async () => {
  const proposal = { dmn: childrenFirst, why: 'Barn skal ikke vente' };
  await world.as('siv').post('priority-rule/proposals', proposal).expect(403);
  const sent = await world.as('bjorn').post('priority-rule/proposals', proposal).expect(201);
  await world.settle();
  const id = sent.body.processInstanceId;
  const point = await createCaseworker(world, 'per').caseWith('Inviter til medvirkning');
  const exemption = { handling: 'be-om-unntak', motedato: '2026-12-15', unntakBegrunnelse: 'Rådet sa sitt i høst' };
  await createCaseworker(world, 'per').does(point, 'Inviter til medvirkning', exemption);
  expect(await createCaseworker(world, 'bente').openTasks(id)).toEqual([]);
  const granted = { unntakGodkjent: true, unntakVurdering: 'Uttalelsen ligger ved' };
  await createCaseworker(world, 'knut').does(point, 'Ta stilling til unntak', granted);

  const decide = 'Avgjør om nøkkelen skal tas i bruk';
  const bente = createCaseworker(world, 'bente');
  expect((await placeOf('siv', sivs)).now).toMatchObject({ group: 1, ruleVersion: 1 });
  expect((await bente.tries(id, decide, { tasIBruk: true })).status).toBe(400);
  const task = (await world.as('bente').get('user-tasks?filter=all')).body.items.find(
    ({ name }: { name: string }) => name === decide,
  );
  const { body } = await world.as('bente').get(`user-tasks/${task.id}`).expect(200);
  expect(body.values.sammenligning).toBe(
    'Prøvd på 1 runde fra 2025-11-24 til 2026-11-24: noen få plasser høyere, noen få plasser lavere, 0 som før.',
  );
  await bente.does(id, decide, { tasIBruk: true, regelBegrunnelse: 'Barn skal ikke vente' });

  expect((await placeOf('siv', sivs)).now).toMatchObject({ group: 2, ruleVersion: 2 });
  const key = async (person: string) => (await world.as(person).get('priority-rule').expect(200)).body;
  const adopted = await key('bjorn');
  expect(adopted).toMatchObject({
    version: 2,
    versions: [
      { version: 2, from: '2026-11-24', to: null, adoptedIn: id },
      { version: 1, from: '2026-11-23', to: '2026-11-24', adoptedIn: null },
    ],
    proposals: [{ processInstanceId: id, state: 'adopted', why: 'Barn skal ikke vente', proposedBy: 'Bjørn Moe' }],
  });
  expect(adopted.rows).toContainEqual(
    expect.objectContaining({ condition: 'C', text: 'Har barn i husstanden', group: 1 }),
  );
  expect(await key('siv')).toMatchObject({ version: 2, proposals: [], versions: [{ adoptedIn: null }, {}] });
  const old = await world.as('siv').get('priority-rule/versions/1/xml').expect(200);
  expect(old.text).toBe(deliveredKey);
  await world.as('siv').get('priority-rule/versions/9/xml').expect(404);

  await travel('2026-12-01T09:00:00.000Z');
  await judge(sivsEntry, { utfall: 'uendret', begrunnelse: 'Ingen bolig passer' });
  const ali = (await world.as('bjorn').get('user-tasks?filter=all')).body.items.find(
    ({ node }: { node: string }) => node === 'vurder-oppforing',
  );
  await judge(ali.name, { utfall: 'uendret', begrunnelse: 'Ingen bolig passer' });
  const { rounds } = await placeOf('siv', sivs);
  expect(rounds.map((one: { placement: object }) => one.placement)).toMatchObject([
    { group: 1, ruleVersion: 1, reasons: [{ text: 'Bor utrygt nå' }] },
    { group: 2, ruleVersion: 2, reasons: [{ text: 'Bor utrygt nå' }] },
  ]);
});

it('scenario 11: whoever stands above somebody who gets an offer is passed over with a reason, and a round shows the homes that were free', async () => {
  const building = { owner: 'kommune', responsibleUnit: 'rus', status: 'i-bruk', constraints: {}, repairRules: [] };
  const facts = { boligtype: 'Småhus', egenskaper: ['egen inngang'], disposisjonsform: 'Eid', erBofellesskap: false };
  const home = { ...facts, erTilgjengeligForRullestolbruker: false, leieTilEiePotensial: false, status: 'i-bruk' };
  for (const group of ['rus', 'rop']) {
    const id = `tun-${group}`;
    await world
      .as('bjorn')
      .post('buildings', { ...building, id, name: `Tun ${group}`, groups: [group] })
      .expect(201);
    await world
      .as('bjorn')
      .post('homes', { ...home, id: `hus-${group}`, name: 'Hus 1', building: id })
      .expect(201);
  }
  await travel('2026-12-08T09:00:00.000Z');
  await judge(sivsEntry, { utfall: 'tilbud', begrunnelse: 'Haster mest' });
  const { body: list } = await world.as('bjorn').get('rounds').expect(200);
  expect(list.items).toMatchObject([
    { on: '2026-12-08', state: 'open', entries: 2, lacking: 1, outcomes: [{ outcome: 'tilbud', entries: 1 }] },
    { on: '2026-12-01', state: 'closed', entries: 2, lacking: 0, outcomes: [{ outcome: 'uendret', entries: 2 }] },
    { on: '2026-11-24', state: 'closed' },
  ]);
  const round = async () => (await world.as('bjorn').get(`rounds/${list.items[0].id}`).expect(200)).body;
  const before = await round();
  expect(before).toMatchObject({
    ...{ state: 'open', lacking: 1, dueOn: '2026-12-15' },
    vacancies: [
      { name: 'Tun rop', free: 1 },
      { name: 'Tun rus', free: 1 },
    ],
  });
  expect(before.items[0]).toMatchObject({ place: 1, title: 'Søknad om kommunal bolig – ali', outcome: null });
  await world.as('bjorn').get(`user-tasks/${before.items[0].taskId}`).expect(200);

  await judge('Vurder oppføring: Søknad om kommunal bolig – ali', { utfall: 'uendret', begrunnelse: 'Vil bo i nord' });
  const after = await round();
  expect(after).toMatchObject({ state: 'closed', lacking: 0, dueOn: null });
  const fits = [
    { building: 'Tun rop', why: ['Bygget er ikke for gruppa i bestillingen: rus.'] },
    { building: 'Tun rus', why: [] },
  ];
  expect(after.items).toMatchObject([
    { place: 1, outcome: 'uendret', isPassedOver: true, reason: 'Vil bo i nord', by: 'Bjørn Moe', matches: fits },
    { place: 2, processInstanceId: sivs, outcome: 'tilbud', isPassedOver: false, reason: 'Haster mest', taskId: null },
  ]);
  for (const other of ['knut', 'tor']) await world.as(other).get('rounds').expect(403);
  for (const other of ['siv', 'nina']) {
    expect((await world.as(other).get('rounds').expect(200)).body).toEqual({ items: [] });
    await world.as(other).get(`rounds/${list.items[0].id}`).expect(404);
  }
  await world.as('bjorn').get(`rounds/${sivs}`).expect(404);

  const hidden = { id: 'ali', name: 'Ali Omar', protection: 'strengt-fortrolig' };
  await world.as('liv+adressesperre').post('persons', hidden).expect(201);
  const [above] = (await round()).items;
  const closed = { processInstanceId: null, title: null };
  expect(above).toMatchObject({ ...closed, isPassedOver: true, reasons: [], reason: null, matches: [] });
  const { body: compared } = await compare('bjorn').expect(200);
  const up = compared.items[0].entries.find(({ change }: { change: string }) => change === 'opp');
  expect(up).toMatchObject({ ...closed, before: { reasons: [] }, after: { reasons: [] } });
});

it('shows the open offers with their dates to those whose cases they are, and each to whoever works on it', async () => {
  const offers = async (person: string) => (await world.as(person).get('offers').expect(200)).body.items;
  const [offer, ...others] = await offers('bjorn');
  expect(others).toEqual([]);
  expect(offer).toMatchObject({ processInstanceId: sivs, step: 'velg-boliger', alternatives: [], viewings: [] });
  expect(offer.tasks).toMatchObject([{ name: 'Velg boliger til tilbudet', candidateGroups: ['bst'] }]);
  expect(offer.tasks[0].deadline.dueOn >= '2026-12-08').toBe(true);
  for (const other of ['siv', 'knut', 'tor']) expect(await offers(other)).toEqual([]);
  const task = `offers/${offer.tasks[0].id}`;
  expect((await world.as('bjorn').get(task).expect(200)).body).toMatchObject({ phone: '73 00 00 03' });
  for (const other of ['siv', 'ali', 'knut']) await world.as(other).get(task).expect(404);
});

it('shows what spoke against a home by the rules of the day: the closed round of 8 December by the old, the open one of the 15th by the new', async () => {
  const [first] = world.ports.homeRequirements;
  const requirements = first.requirements.map((one) => ({ ...one, text: `Ny regel: ${one.text}` }));
  const old = { ...first, validTo: '2026-12-12' };
  const next = { ...first, validFrom: '2026-12-12', requirements };
  await waits('odd', {});
  Object.assign(world.ports, { homeRequirements: [old, next] });
  await travel('2026-12-15T09:00:00.000Z');
  await judge('Vurder oppføring: Søknad om kommunal bolig – odd', { utfall: 'tilbud', begrunnelse: 'Har ventet' });

  const { items } = (await world.as('bjorn').get('rounds').expect(200)).body;
  expect(items).toMatchObject([{ on: '2026-12-15', state: 'open' }, { on: '2026-12-08', state: 'closed' }, {}, {}]);
  const whyNot = async (round: string): Promise<readonly string[]> => {
    const { body } = await world.as('bjorn').get(`rounds/${round}`).expect(200);
    return body.items.find(({ outcome }: { outcome: string }) => outcome === 'tilbud').matches[0].why;
  };
  expect(await whyNot(items[1].id)).toEqual(['Bygget er ikke for gruppa i bestillingen: rus.']);
  expect(await whyNot(items[0].id)).toEqual(['Ny regel: Bygget er ikke for gruppa i bestillingen: rus.']);
});
