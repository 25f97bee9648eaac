import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { createLeasedHome } from '../support/leased-home.js';

const trondheim = idOf<'Tenant'>('trondheim');
const forNav = 'Husleie er ikke betalt: ta kontakt med leieren';
const contact = 'Ta kontakt med leieren og finn en løsning';
const first = 'Skal varselet sendes? Første leder';
const second = 'Skal varselet sendes? Andre leder';
const theDay = 'Dagen for fravikelsen';
const noPlace = 'Leieren har ikke et sted å sove: avgjør';
const beforeTheDay = 'I dag: er stedet å sove klart?';
const notKept = 'Betalingsavtalen er ikke holdt: ta kontakt med leieren';
const placeIsGone = 'Stedet å sove er borte: avgjør i dag';
const warned = 'Varsel: du kan miste boligen';

let world: ApiWorld;
let lease: string;
beforeEach(async () => {
  // The day before rent is due.
  world = await createApiWorld({ now: '2026-11-19T08:00:00.000Z' });
  lease = await createLeasedHome(world, { person: 'siv', home: 'leie-1' });
  await bring({ id: 'november', dueOn: '2026-11-20', amount: 8000, paid: 0 });
}, 120_000);
afterEach(() => world.stop());

async function bring(...said: readonly object[]): Promise<void> {
  const claims = said.map((claim) => ({ home: 'leie-1', tenancy: lease, kind: 'husleie', ...claim }));
  await world.as('tor').post('rent-import', { claims }).expect(200);
  await world.settle();
}

/** Goes on until 08:30 on a day in winter; everything that falls due on the way happens at its own time. */
async function until(today: string): Promise<void> {
  await world.ports.demo?.travel.advance(trondheim, { to: `${today}T07:30:00.000Z` });
  await world.settle();
}

const does = (person: string, id: string, task: string, said: object) =>
  createCaseworker(world, person).does(id, task, said);
const tasksOf = (id: string, person: string) => createCaseworker(world, person).openTasks(id);
const caseOf = async (process: string): Promise<string> => {
  const { body } = await world.as('siv').get('process-instances').expect(200);
  return body.items.find((row: { process: string }) => row.process === process)?.id;
};
const letters = async (id: string): Promise<readonly { title: string; text: string }[]> =>
  (await world.as('siv').get(`process-instances/${id}`).expect(200)).body.letters;
const titles = async (id: string) => (await letters(id)).map(({ title }) => title);
const stateOf = async (id: string) => (await world.as('siv').get(`process-instances/${id}`).expect(200)).body.state;

const checklist = { barn: 'nei', helse: 'nei', tjenestevedtak: 'nei', annenBolig: 'nei', begrunnelse: 'Alt er prøvd.' };
const approval = {
  ...{ vurdertBarn: true, vurdertHelse: true, vurdertBolig: true },
  ...{ varselGodkjent: 'ja', andreBegrunnelse: 'Enig.' },
};

/** On day 11 everything friendly has been tried, and the tenant was heard; answers the case. */
async function triedAndHeard(): Promise<string> {
  await until('2026-12-01');
  const id = await caseOf('utkastelse');
  const said = { fikkKontakt: 'ja', leierensSvar: 'Jeg mistet jobben.', tiltak: 'Bostøtte.', nesteSteg: 'varsel' };
  await does('kari', id, contact, said);
  await does('kari', id, 'Hør leieren før varselet', { leierHort: 'ja', leierSier: 'Jeg vil bli boende.' });
  return id;
}

/** The namsmann has set the 15th of February 2027; answers the case. */
async function daySet(): Promise<string> {
  const id = await triedAndHeard();
  await does('tor', id, first, { ...checklist, sendVarsel: 'ja' });
  await does('liv', id, second, approval);
  await until('2026-12-15');
  expect(await tasksOf(id, 'nina')).not.toContain('Leieren kan miste boligen: hva kan stanse det?');
  await until('2026-12-16');
  expect(await tasksOf(id, 'nina')).toContain('Leieren kan miste boligen: hva kan stanse det?');
  await until('2026-12-30');
  expect(await tasksOf(id, 'tor')).not.toContain('Send begjæring til namsmannen');
  await until('2027-01-04');
  await does('tor', id, 'Send begjæring til namsmannen', { begjaertOn: '2027-01-04' });
  const message = 'Registrer når leieren fikk melding fra namsmannen';
  await does('tor', id, message, { meldingMottattOn: '2027-01-05' });
  await until('2027-01-20');
  const decided = { namsmann: 'dag-satt', fravikesOn: '2027-02-15' };
  await does('tor', id, 'Registrer hva namsmannen har bestemt', decided);
  return id;
}

/** NAV decides on a place to sleep in the case that the eviction has started. */
async function placeAtHerberget(): Promise<void> {
  const id = await caseOf('midlertidig-botilbud');
  const need = { harStedASove: 'nei', husstand: 'mann', over18: true };
  await does('nina', id, 'Vurder om personen har et sted å sove', need);
  await does('nina', id, 'Fatt vedtak om midlertidig botilbud', {
    ...{ resultat: 'innvilget', vedtakBegrunnelse: 'Du mister boligen.', stedstype: 'herberge' },
    ...{ sted: 'Herberget', oppholdFraOn: '2027-02-15' },
  });
}

const placeSaysYes = { stedetKlart: 'ja', stedetSier: 'Vakta: rommet er klart.' };

it('shows NAV that rent is not paid and what NAV is asked to do: not what the tenant has said, who decides or what is next', async () => {
  const id = await triedAndHeard();
  const nina = world.as('nina');
  const { body: found } = await nina.get(`process-instances/${id}`).expect(200);
  const { body: journal } = await nina.get(`process-instances/${id}/journal`).expect(200);
  const { body: notices } = await nina.get(`process-instances/${id}/notices`).expect(200);
  const { body: inbox } = await nina.get('user-tasks?filter=all').expect(200);
  const { body: done } = await nina.get('user-tasks?filter=all&state=completed').expect(200);
  const names = (tasks: readonly { name: string }[]) => tasks.map(({ name }) => name);

  expect([found.sees, names(found.tasks), names(inbox.items), names(done.items)]).toEqual([
    ...['tasks', [forNav], [forNav]],
    [],
  ]);
  expect([found.letters, found.waitingFor, found.activeNodes]).toEqual([[], [], ['nav-folger-opp']]);
  expect(new Set(notices.items.map(({ to }: { to: string }) => to))).toEqual(new Set(['nina']));
  expect(new Set(journal.items.map(({ node }: { node: string }) => node))).toEqual(new Set(['nav-folger-opp']));
  const seen = JSON.stringify([found, journal, inbox, notices]);
  expect(seen).not.toMatch(/mistet jobben|Bostøtte|Jeg vil bli|leder|varselet|namsmann/i);

  const { body: leaders } = await world.as('tor').get('user-tasks?filter=all').expect(200);
  const ofLeader = leaders.items.find(({ name }: { name: string }) => name === first);
  for (const path of [`user-tasks/${ofLeader.id}`, `journeys/${id}`, `process-instances/${id}/records`])
    await nina.get(path).expect(404);
  expect((await world.as('liv').get(`process-instances/${id}`).expect(200)).body.sees).toBe('whole');

  await does('nina', id, forNav, { navKontakt: 'ja' });
  await nina.get(`process-instances/${id}`).expect(404);
});

describe('scenario 35: rent of the 20th is not paid', () => {
  it('a friendly letter goes out on day 5, NAV has a task on day 10, and the warning waits for two different leaders', async () => {
    await until('2026-11-24');
    const id = await caseOf('utkastelse');
    expect(await titles(id)).toEqual([]);
    await until('2026-11-25');
    expect(await titles(id)).toEqual(['Husleia er ikke betalt ennå']);
    await until('2026-11-29');
    expect(await tasksOf(id, 'nina')).toEqual([]);
    await until('2026-11-30');
    expect(await tasksOf(id, 'nina')).toContain(forNav);
    expect(await titles(id)).toContain('Vi har sagt fra til NAV om husleia');

    await triedAndHeard();
    await does('tor', id, first, { ...checklist, sendVarsel: 'ja' });
    expect(await titles(id)).not.toContain(warned);
    const same = await createCaseworker(world, 'tor+hvk-leder').tries(id, second, approval);
    expect([same.status, same.body.code]).toEqual([422, 'four-eyes']);
    expect(await titles(id)).not.toContain(warned);

    await does('liv', id, second, approval);
    const warning = (await letters(id)).find(({ title }) => title === warned);
    expect(warning?.text).toContain('Du skylder 8000 kroner');
    expect(warning?.text).toContain('Saken stanser når du har betalt husleia, omkostningene og rentene.');
  }, 120_000);

  it('NAV is told nothing where the tenant has said no to it, neither on day 10 nor before the namsmann', async () => {
    await world.as('siv').post(`homes/leie-1/tenancies/${lease}/nav-notice`, { reserved: true }).expect(200);
    const id = await triedAndHeard();

    await does('tor', id, first, { ...checklist, sendVarsel: 'ja' });
    await does('liv', id, second, approval);
    await until('2026-12-16');

    expect(await tasksOf(id, 'nina')).toEqual([]);
    expect(await titles(id)).not.toContain('Vi har sagt fra til NAV om husleia');
    expect(await tasksOf(id, 'tor')).toContain('Send begjæring til namsmannen');
  }, 120_000);

  it('rent that was paid on the last day has no case at all', async () => {
    await bring({ id: 'november', dueOn: '2026-11-20', amount: 8000, paid: 8000, paidOn: '2026-11-20' });

    await until('2026-12-05');

    expect(await caseOf('utkastelse')).toBeUndefined();
  });
});

it('scenario 36: the tenant pays while the namsmann is at the door: everything stops, and the case is closed', async () => {
  const id = await daySet();
  await placeAtHerberget();
  await until('2027-02-12');
  await bring({ id: 'gebyr', kind: 'omkostninger', dueOn: '2027-01-10', amount: 1200, paid: 0 });
  await until('2027-02-15');
  await does('tor', id, beforeTheDay, placeSaysYes);
  expect(await tasksOf(id, 'tor')).toContain(theDay);
  const paid = { paidOn: '2027-02-15' };

  await bring({ id: 'november', dueOn: '2026-11-20', amount: 8000, paid: 8000, ...paid });
  expect(await tasksOf(id, 'tor')).toContain(theDay);
  await bring({ id: 'gebyr', kind: 'omkostninger', dueOn: '2027-01-10', amount: 1200, paid: 1200, ...paid });

  expect(await tasksOf(id, 'tor')).toEqual(['Trekk begjæringen hos namsmannen i dag']);
  expect((await titles(id)).at(-1)).toBe('Alt er betalt, og saken er slutt');
  const withdrawn = { trukketOn: '2027-02-15', snakketMed: 'Namsmannen i Trøndelag' };
  await does('tor', id, 'Trekk begjæringen hos namsmannen i dag', withdrawn);
  await does('liv', id, 'Skriv hva som kunne hindret dette', { laerdom: 'Bostøtte tidligere.' });
  expect(await stateOf(id)).toBe('completed');
}, 120_000);

it('scenario 37: no place to sleep is arranged: the gate stops, and a leader decides; only the name of a place opens it', async () => {
  const id = await daySet();
  await until('2027-02-11');
  expect(await tasksOf(id, 'liv')).not.toContain(noPlace);
  await until('2027-02-12');
  expect(await tasksOf(id, 'liv')).toContain(noPlace);
  expect(await tasksOf(id, 'tor')).not.toContain(theDay);

  const again = { avgjorelse: 'sjekk-igjen', lederBegrunnelse: 'Nav sier det er ordnet.' };
  await does('liv', id, noPlace, again);
  expect(await tasksOf(id, 'liv')).toContain(noPlace);
  const refused = await createCaseworker(world, 'liv').tries(id, noPlace, { ...again, avgjorelse: 'sa-nei' });
  expect([refused.status, refused.body.code]).toEqual([422, 'place-to-sleep-missing']);

  await placeAtHerberget();
  await does('liv', id, noPlace, again);
  expect((await letters(id)).at(-1)?.text).toContain('Herberget');
  expect(await tasksOf(id, 'tor')).not.toContain(beforeTheDay);
  await until('2027-02-15');
  await does('tor', id, beforeTheDay, placeSaysYes);
  expect(await tasksOf(id, 'tor')).toContain(theDay);
}, 120_000);

it('looks again on the day: the shelter wants him out on the 14th, so nobody is evicted on the 15th until a leader knows another place', async () => {
  const id = await daySet();
  await placeAtHerberget();
  await until('2027-02-14');
  const stay = await caseOf('midlertidig-botilbud');
  await does('nina', stay, 'Følg oppholdet', { hendelse: 'utestenging' });
  await until('2027-02-15');

  await does('tor', id, beforeTheDay, placeSaysYes);

  expect(await tasksOf(id, 'tor')).not.toContain(theDay);
  const liv = createCaseworker(world, 'liv');
  const again = { avgjorelse: 'sjekk-igjen', lederBegrunnelse: 'Nav har funnet et sted.' };
  const refused = await liv.tries(id, placeIsGone, { ...again, avgjorelse: 'sa-nei' });
  expect([refused.status, refused.body.code]).toEqual([422, 'place-to-sleep-missing']);
  const { body: inbox } = await world.as('liv').get('user-tasks?filter=all').expect(200);
  const gone = inbox.items.find(({ name }: { name: string }) => name === placeIsGone);
  const { body: asked } = await world.as('liv').get(`user-tasks/${gone.id}`).expect(200);
  expect(asked.values.hvorforStans).toBe(
    'Vi har skrevet til leieren at hen kan sove her: Herberget. Nå sier ingen åpen sak hvor leieren skal sove.',
  );

  await does('nina', stay, 'Finn et annet sted for i natt', { nyttSted: 'Pensjonatet', nyttStedFra: 'Nå' });
  await does('liv', id, placeIsGone, again);
  await does('tor', id, beforeTheDay, placeSaysYes);
  expect(await tasksOf(id, 'tor')).toContain(theDay);
}, 120_000);

it('follows a payment plan: an instalment that has not come by 2026-12-23 is the caseworker’s with a week, and the case ends when all is paid', async () => {
  const id = await triedAndHeard();
  const plan = { stans: 'betalingsplan', stansTekst: '4000 kroner i måneden.' };
  const stop = 'Lag avtale eller stans saken';
  const bare = await createCaseworker(world, 'tor').tries(id, stop, plan);
  expect(bare.body.errors.map(({ path }: { path: string }) => path)).toEqual(['avdrag', 'nesteAvdragOn']);
  await does('tor', id, stop, { ...plan, avdrag: 4000, nesteAvdragOn: '2026-12-20' });
  const agreement = await caseOf('betalingsavtale');

  await until('2026-12-23');
  expect(await tasksOf(agreement, 'kari')).toEqual([]);
  await until('2026-12-24');
  expect(await titles(agreement)).toEqual(['Avdraget er ikke kommet']);
  const { body } = await world.as('kari').get('user-tasks?filter=all').expect(200);
  const broken = body.items.find((task: { case: { id: string } }) => task.case.id === agreement);
  expect(broken).toMatchObject({ name: notKept, deadline: { rule: 'L-HUSLEIE-OPPGAVE', dueOn: '2026-12-31' } });

  const talked = { fikkKontakt: 'ja', leierensSvar: 'Lønna kom for sent.' };
  const more = { ...talked, veiVidere: 'mer-tid', nesteAvdragOn: '2027-01-05' };
  await does('kari', agreement, notKept, more);
  await bring({ id: 'november', dueOn: '2026-11-20', amount: 8000, paid: 4000, paidOn: '2027-01-05' });
  await until('2027-01-12');
  expect([await tasksOf(agreement, 'kari'), await stateOf(id)]).toEqual([[], 'active']);

  await bring({ id: 'november', dueOn: '2026-11-20', amount: 8000, paid: 8000, paidOn: '2027-01-12' });
  expect((await titles(id)).at(-1)).toBe('Alt er betalt, og saken er slutt');
  expect([await stateOf(id), await stateOf(agreement)]).toEqual(['completed', 'cancelled']);
}, 120_000);
