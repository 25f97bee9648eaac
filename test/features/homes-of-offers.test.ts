import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { enterVacantHomes } from '../support/vacant-homes.js';

const choose = 'Velg boliger til tilbudet';
const reasons = ['1: Vil bare bo i sentrum.'];
const why = { valgBegrunnelse: 'Egen inngang.', forbigattGrunner: reasons };
const onlyOne = { kunEttAlternativ: true, kunEttBegrunnelse: 'Ingen annen er ledig.' };

let world: ApiWorld;
let mona: string;
let siv: string;
let odd: string;
const by = (person: string) => createCaseworker(world, person);

/** Siv and Odd get an offer in the round of Tuesday 2026-11-24; Mona, who has no roof tonight, comes on the list after it. */
beforeAll(async () => {
  world = await createApiWorld();
  await enterVacantHomes(world, { 'tun-1': 'Hus 1', 'tun-2': 'Hus 2', 'tun-3': 'Hus 3', 'tun-4': 'Hus 4' });
  const women = { id: 'kvinnetunet', name: 'Kvinnetunet', groups: ['kvinner'], constraints: { kjonn: 'kvinne' } };
  await enterVacantHomes(world, { kvinnehus: 'Kvinnehuset' }, women);
  siv = await waits('siv');
  odd = await waits('odd');
  await travelToRound('2026-11-24T09:00:00.000Z');
  mona = await waits('mona', { utenTakINatt: true });
}, 120_000);
afterAll(() => world.stop());

/** In the round of that Tuesday everybody who waits is to get an offer. */
async function travelToRound(to: string): Promise<void> {
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to });
  for (const { name, case: round } of (await tasks()).filter(({ node }) => node === 'vurder-oppforing'))
    await by('bjorn').does(round.id, name, { utfall: 'tilbud', begrunnelse: 'Uten bolig' });
}

interface Task {
  readonly id: string;
  readonly name: string;
  readonly node: string;
  readonly case: { readonly id: string };
}
const tasks = async (): Promise<readonly Task[]> =>
  (await world.as('bjorn').get('user-tasks?filter=all').expect(200)).body.items;

async function waits(person: string, circumstances: object = {}): Promise<string> {
  await world
    .as('kari')
    .post('persons', { id: person, name: `Søker ${person}` })
    .expect(201);
  const id = await by('kari').applicationOf(person);
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Nær bussen', ...circumstances };
  await by('kari').does(id, 'Kartlegg behov med søker', { ...mapped, trengerSamarbeidsmote: false });
  const decision = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
  await by('kari').does(id, 'Fatt vedtak om kommunal bolig', decision);
  const order = { boliggruppe: 'rus', nattevakt: false, egenInngang: true };
  await by('kari').does(id, 'Send bestilling til boligsosialt team', order);
  return id;
}

/** Who a home is kept for and who lives there, and how the last reservation ended. */
async function stateOf(home: string) {
  const { body } = await world.as('bjorn').get(`homes/${home}`).expect(200);
  return { keptFor: body.boligreservasjon?.person ?? null, letTo: body.leieforhold?.person ?? null };
}
const lastReleaseOf = async (home: string) =>
  (await world.ports.homes.reader.reservations(idOf('trondheim'), home))[0]?.released;
const vacant = { keptFor: null, letTo: null };

/** The task in which homes are chosen for a case. */
async function choosing(caseId: string): Promise<Task> {
  const task = (await tasks()).find((one) => one.name === choose && one.case.id === caseId);
  if (task === undefined) throw new Error(`Expected homes to be chosen in ${caseId}`);
  return task;
}

/** The homes that the form offers in a case. */
async function choices(caseId: string): Promise<readonly string[]> {
  const { form } = (
    await world
      .as('bjorn')
      .get(`user-tasks/${(await choosing(caseId)).id}`)
      .expect(200)
  ).body;
  return form.properties.boliger.items.oneOf.map((one: { const: string }) => one.const);
}

/** Everything is ready to offer these homes, so that only the answer itself is left to send. */
async function readyToOffer(caseId: string, boliger: readonly string[]) {
  const { id } = await choosing(caseId);
  await world.as('bjorn').post(`user-tasks/${id}/claim`);
  const { headers } = await world.as('bjorn').get(`user-tasks/${id}`).expect(200);
  const variables = { boliger, ...why };
  return () =>
    world
      .as('bjorn')
      .post(`user-tasks/${id}/complete`, { variables })
      .set('if-match', headers['etag'] ?? '');
}

it('gives 3 who wait as a file to the team and to leaders: no health, no words of anybody, and each can read that it was taken out', async () => {
  const file = async (person: string) =>
    (await world.as(person).get('waiting-list/file?format=csv').expect(200)).text.trim().split('\r\n');
  const [names, ...lines] = await file('bjorn');

  expect(names).toBe(
    'plass;sak;tittel;plassgruppe;nokkelversjon;boligtype;omrade;ventetSiden;ventetDager;sistVurdert;runderIkkeVurdert',
  );
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain(`1;${mona};Søknad om kommunal bolig – mona;1;1;`);
  expect(lines.join()).not.toMatch(/rus|natt|sove/i);
  const { body } = await world.as('siv').get('me/reads').expect(200);
  expect(body.items).toContainEqual(
    expect.objectContaining({ who: expect.stringContaining('Moe'), text: expect.stringContaining('ventelista') }),
  );
  expect(await file('liv')).toHaveLength(4);
  for (const other of ['kari', 'nina', 'siv']) await world.as(other).get('waiting-list/file').expect(404);
  await world.as('knut').get('waiting-list/file').expect(403);
});

it('offers the vacant homes that fit the order, and says what each is like', async () => {
  expect(await choices(siv)).toEqual(['tun-1', 'tun-2', 'tun-3', 'tun-4']);
});

it('refuses a home that fails what the order or the building demands, with every reason, and keeps none', async () => {
  const { status, body } = await by('bjorn').tries(siv, choose, { boliger: ['tun-1', 'kvinnehus'], ...why });

  expect([status, body.code]).toEqual([422, 'dwelling-mismatch']);
  expect(body.errors.map(({ message }: { message: string }) => message)).toEqual([
    'Kvinnehuset: Bygget er ikke for gruppa i bestillingen: rus.',
    'Kvinnehuset: Bygget er bare for kvinner. Bestillingen sier ikke at søkeren er kvinne.',
  ]);
  expect(await stateOf('tun-1')).toEqual(vacant);
});

it('scenario 11: refuses an offer that passes over somebody ahead on the list who could live there, until there is a reason for that one; the case keeps it without a name', async () => {
  const { body: shown } = await world
    .as('bjorn')
    .get(`user-tasks/${(await choosing(siv)).id}`)
    .expect(200);
  expect(shown.values.forbigatte).toEqual(['1: venter siden 2026-11-24']);

  const silent = { boliger: ['tun-1', 'tun-2'], valgBegrunnelse: 'Egen inngang.' };
  for (const forbigattGrunner of [[], ['2: Vil bare bo i sentrum.'], ['1:']]) {
    const { status, body } = await by('bjorn').tries(siv, choose, { ...silent, forbigattGrunner });
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'passed-over', 'forbigattGrunner']);
  }
  expect(await stateOf('tun-1')).toEqual(vacant);
});

it('refuses an offer of nothing, and a home outside the register without a reason', async () => {
  const pathsOf = async (said: object) => {
    const { status, body } = await by('bjorn').tries(siv, choose, { ...why, ...said });
    return [status, ...body.errors.map(({ path }: { path: string }) => path)];
  };

  expect(await pathsOf({})).toEqual([400, 'boliger']);
  expect(await pathsOf({ boliger: ['tun-1'], boligerUtenfor: ['Hybel på Rosenborg'] })).toEqual([
    400,
    'utenforBegrunnelse',
  ]);
});

it('offers nobody a home in a building that is frozen, in the form or past it, and the home again when it is not', async () => {
  const freeze = (said: object) => world.as('bente').post('buildings/tun/freeze', said).expect(200);
  await freeze({ frozen: true, reason: 'Seks meldinger om utrygghet.' });

  expect(await choices(siv)).toEqual([]);
  const { status, body } = await by('bjorn').tries(siv, choose, { boliger: ['tun-1', 'tun-2'], ...why });
  expect([status, body.code, body.detail]).toEqual([409, 'dwelling-frozen', 'Seks meldinger om utrygghet.']);

  await freeze({ frozen: false, reason: 'Trygt igjen.' });
  expect(await choices(siv)).toHaveLength(4);
});

it('never gives two people one home: of two offers of it at the same moment one is refused, and the other keeps it', async () => {
  const offers = [await readyToOffer(siv, ['tun-1', 'tun-2']), await readyToOffer(odd, ['tun-3', 'tun-1'])];

  const answers = await Promise.all(offers.map((offer) => offer()));
  await world.settle();

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.map(({ body }) => body.code).filter((code) => code !== undefined)).toEqual(['dwelling-taken']);
  const [first, second, keeper] = answers[0]?.status === 200 ? ['tun-2', 'tun-3', 'siv'] : ['tun-3', 'tun-2', 'odd'];
  expect(await stateOf('tun-1')).toEqual({ keptFor: keeper, letTo: null });
  expect(await stateOf(first ?? '')).toEqual({ keptFor: keeper, letTo: null });
  expect(await stateOf(second ?? '')).toEqual(vacant);
  const elementsOf = async (id: string) => [
    ...((await world.ports.cases.snapshot(idOf('trondheim'), idOf(id)))?.elements.values() ?? []),
  ];
  const parts = (await elementsOf(keeper === 'siv' ? siv : odd)).flatMap((one) => one.calledInstanceId ?? []);
  const offered = (await Promise.all(parts.map(elementsOf))).flat();
  const kept = offered.flatMap((one) => one.variables['forbigattMedGrunn'] ?? []);
  expect(kept).toEqual([{ plass: 1, ventelisteId: mona, grunn: 'Vil bare bo i sentrum.' }]);
});

it('a yes keeps the chosen home and lets the other go; the lease lets it, and it is kept for nobody then', async () => {
  const { keptFor } = await stateOf('tun-1');
  const [caseId, person, other] = keptFor === 'siv' ? [siv, 'siv', 'tun-2'] : [odd, 'odd', 'tun-3'];
  for (const home of ['Hus 1', other === 'tun-2' ? 'Hus 2' : 'Hus 3'])
    await by('tor').does(caseId, `Avtal og hold visning: ${home}`, { visningOn: '2026-11-24' });

  const made = await by(person).tries(caseId, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Slottet' });
  expect([made.status, made.body.errors[0].path]).toEqual([400, 'valgtBolig']);
  await by(person).does(caseId, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Hus 1' });
  expect([await stateOf('tun-1'), await stateOf(other)]).toEqual([{ keptFor: person, letTo: null }, vacant]);

  const allocated = { valgtBolig: 'Hus 1', tildelt: true, lederEnig: true, tildelingBegrunnelse: 'Passer.' };
  await by('bjorn').does(caseId, 'Tildel bolig', allocated);
  await by('tor').does(caseId, 'Skriv leiekontrakt', { kontraktOn: '2026-11-24', leieFraOn: '2026-12-01' });
  expect(await stateOf('tun-1')).toEqual({ keptFor: null, letTo: person });
  const { body } = await world.as('bjorn').get('homes/tun-1').expect(200);
  expect(body.leieforhold).toMatchObject({ fromOn: '2026-12-01', rent: 9500 });
});

it('a no lets every home of the offer go', async () => {
  const [caseId, person] = (await stateOf('tun-1')).letTo === 'siv' ? [odd, 'odd'] : [siv, 'siv'];
  await by('bjorn').does(caseId, choose, { boliger: ['tun-4'], ...onlyOne, ...why });
  expect(await stateOf('tun-4')).toEqual({ keptFor: person, letTo: null });
  await by('tor').does(caseId, 'Avtal og hold visning: Hus 4', { visningOn: '2026-11-24' });
  await by(person).does(caseId, 'Svar på tilbudet', { svar: 'nei' });

  expect(await stateOf('tun-4')).toEqual(vacant);
  expect(await lastReleaseOf('tun-4')).toBe('nei');
});

it('an offer that nobody answers runs out after 7 days: the homes are free, and the register says why', async () => {
  const person = (await stateOf('tun-1')).letTo === 'siv' ? 'odd' : 'siv';
  const caseId = person === 'siv' ? siv : odd;
  await travelToRound('2026-12-01T09:00:00.000Z');
  await by('bjorn').does(caseId, choose, { boliger: ['tun-4'], ...onlyOne, ...why });
  await by('tor').does(caseId, 'Avtal og hold visning: Hus 4', { visningOn: '2026-12-01' });
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-12-10T09:00:00.000Z' });
  await world.settle();

  const silent = { svar: 'ikke-svart', kontaktMate: 'ikke-naadd', kontaktNotat: 'Ringt tre ganger, skrevet brev.' };
  await by('bjorn').does(caseId, 'Ta kontakt med søker', silent);

  expect([await stateOf('tun-4'), await lastReleaseOf('tun-4')]).toEqual([vacant, 'utlopt']);
  expect(await by('bjorn').openTasks(caseId)).not.toContain(choose);
});

it('a case that an operator ends lets go of the homes that it keeps, in the same step', async () => {
  await travelToRound('2026-12-15T09:00:00.000Z');
  await by('bjorn').does(mona, choose, { boliger: ['tun-3', 'tun-4'], ...why });
  expect(await stateOf('tun-3')).toEqual({ keptFor: 'mona', letTo: null });

  await world.as('ada').post(`process-instances/${mona}/cancel`, { reason: 'Mona har flyttet ut av byen' }).expect(200);

  for (const home of ['tun-3', 'tun-4'])
    expect([await stateOf(home), await lastReleaseOf(home)]).toEqual([vacant, 'avsluttet']);
  await world.settle();
  expect(await by('tor').openTasks(mona)).toEqual([]);
});
