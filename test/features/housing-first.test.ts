import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import type { Caseworker } from '../support/caseworker.js';
import { enterVacantHomes } from '../support/vacant-homes.js';

const team = 'eva+ambulant-team';
const register = { discussion: 'Drøft saken uten navn', summary: 'Skriv sammendrag uten navn' };
const summary = {
  aldersgruppe: '25-40',
  situasjon: 'Har sovet ute og hos venner siden i fjor.',
  behovUtenNavn: 'Hjelp til post og økonomi. Besøk to ganger i uka.',
  onskerUtenNavn: 'Bo alene, nær sentrum, med dør som kan låses.',
};

let world: ApiWorld;
let kari: Caseworker;
let bjorn: Caseworker;
let eva: Caseworker;
beforeAll(async () => {
  world = await createApiWorld();
  [kari, bjorn, eva] = [
    createCaseworker(world, 'kari'),
    createCaseworker(world, 'bjorn'),
    createCaseworker(world, team),
  ];
  await world
    .as('kari')
    .post('persons', { id: 'siv', name: 'Siv Dahl', bornOn: '1984-03-03', address: 'Øvre Kloster' });
  const { body } = await world.as('kari').post('persons', { name: 'Zuleyka Quist' }).expect(201);
  const members = [
    { person: 'siv', role: 'voksen' },
    { person: body.id, role: 'barn' },
  ];
  await world.as('kari').post('households', { members, reason: 'Bor sammen' }).expect(201);
}, 120_000);
afterAll(() => world.stop());

const start = async (process: string): Promise<string> => {
  const { body } = await world.as('siv').post('process-instances', { process }).expect(201);
  await world.settle();
  return body.processInstanceId;
};

/** An intake that was reported on 24 November and awaits its summary. */
async function intake(): Promise<string> {
  const id = await start('housing-first-inntak');
  const reported = { aktuelt: true, meldtInnOn: '2026-11-24', innmeldingBegrunnelse: 'Vil ha ro og egen dør.' };
  await kari.does(id, 'Vurder om Housing First er aktuelt', reported);
  const need = { bolighistorie: 'Bodde godt i Munkegata 3.', hfBehov: 'Post.', hfOnsker: 'Ro.', boliggruppe: 'rus' };
  await bjorn.does(id, 'Beskriv bolighistorie, behov og ønsker', need);
  return id;
}

/** The discussions that are open for the team: each a case of its own. */
async function discussions(): Promise<readonly string[]> {
  const { body } = await world.as(team).get('user-tasks?filter=all').expect(200);
  return body.items
    .filter(({ name }: { readonly name: string }) => name === register.discussion)
    .map((task: { readonly case: { readonly id: string } }) => task.case.id);
}

/** Sends a summary to the team; answers the discussion that it begins. */
async function discuss(id: string): Promise<string> {
  const before = await discussions();
  await bjorn.does(id, register.summary, summary);
  const begun = (await discussions()).filter((one) => !before.includes(one));
  expect(begun).toHaveLength(1);
  return begun.join();
}

async function met(): Promise<string> {
  const id = await intake();
  await eva.does(await discuss(id), register.discussion, { vurdering: 'aktuell' });
  await eva.does(id, 'Hold orienteringssamtale', {
    ...{ samtaleOn: '2026-11-26', egneOrd: 'Jeg vil ha fred.', onskerHousingFirst: true },
    ...{ klarerSegMedBesok: true, vilSkjermeBoligen: true },
  });
  return id;
}

describe('scenario 15: the summary for the Housing First team', () => {
  it.each([
    ['the name of the person', 'Siv har sovet ute.', 'navn', 0, 3],
    ['the name of a child, in small letters', 'Har ansvar for zuleyka.', 'navn', 15, 22],
    ['the name of somebody nobody registered', 'Broren heter Bo.', 'navn', 13, 15],
    ['the day of birth', 'Fyller år 3. mars.', 'fodselsdato', 10, 17],
    ['a birth number in groups', 'Nr. 150765 00565', 'fodselsnummer', 4, 16],
    ['the address', 'Sover i øvre kloster.', 'adresse', 8, 20],
  ])('is blocked with 422 when it tells %s: where, and not what', async (_, situasjon, code, from, to) => {
    const id = await intake();

    const { status, body } = await bjorn.tries(id, register.summary, { ...summary, situasjon });

    expect(status).toBe(422);
    expect(body.code).toBe('deidentification');
    expect(body.errors).toEqual([
      { path: 'situasjon', code, from, to, message: expect.stringContaining(`Tegn ${from + 1}–${to} `) },
    ]);
    expect(JSON.stringify(body)).not.toContain(situasjon.slice(from, to));
    expect(await bjorn.openTasks(id)).toEqual([register.summary]);
    expect(await eva.openTasks(id)).toEqual([]);
  });

  it('reaches the team without a name, in a case that does not lead to the person', async () => {
    const id = await intake();
    const discussion = await discuss(id);
    const shown = await world.as(team).get(`process-instances/${discussion}`).expect(200);
    const tasks = await world.as(team).get('user-tasks?filter=all').expect(200);

    for (const { body } of [shown, tasks]) expect(JSON.stringify(body)).not.toMatch(/siv|dahl|munkegata/i);
    await world.as(team).get(`process-instances/${id}`).expect(404);
    await world.as('siv').get(`process-instances/${id}`).expect(200);
  });

  it('is blocked when it tells the name of a helper, from the day that the helper is registered', async () => {
    const told = { ...summary, onskerUtenNavn: 'Vil ha med seg xanthe.' };
    await bjorn.does(await intake(), register.summary, told);
    const { headers } = await world.as('siv').get('persons/me').expect(200);
    const helper = { kind: 'stottespiller', name: 'Xanthe Quill', fromOn: '2026-11-01' };
    const appointing = world.as('kari').post('persons/siv/representatives', helper);
    await appointing.set('if-match', headers['etag'] ?? '').expect(200);

    const { status, body } = await bjorn.tries(await intake(), register.summary, told);

    expect([status, body.errors]).toMatchObject([422, [{ path: 'onskerUtenNavn', code: 'navn', from: 15, to: 21 }]]);
  });
});

describe('scenario 16: the team says no', () => {
  it('and the person has it in writing, with reasons and an alternative that is then begun', async () => {
    const id = await met();
    await eva.does(id, 'Avgjør inntak', { inntak: 'nei', inntakBegrunnelse: 'Trenger hjelp om natta.' });
    const answer = 'Skriv svar med begrunnelse og alternativ';

    const { status, body } = await bjorn.tries(id, answer, {
      hjemmel: 'kommunal-bolig',
      svarBegrunnelse: 'Du trenger hjelp om natta.',
    });
    expect([status, body.errors.map(({ path }: { readonly path: string }) => path)]).toEqual([400, ['alternativ']]);
    await bjorn.does(id, answer, {
      ...{ hjemmel: 'kommunal-bolig', svarBegrunnelse: 'Du trenger hjelp om natta.' },
      alternativ: 'Bolig med nattevakt.',
    });

    const { body: seen } = await world.as('siv').get(`process-instances/${id}`).expect(200);
    const [letter] = seen.letters;
    expect(letter.title).toBe('Svar om Housing First');
    expect(letter.text).toMatch(/Du trenger hjelp om natta\.[^]*Bolig med nattevakt\.[^]*Du kan klage/);
    expect(await kari.openTasks(id)).toContain('Sett alternativet i gang');
  });

  it.each([
    ['Du må være rusfri i tre måneder først.', 'som vilkår'],
    ['Nei, fordi du ruser deg hver dag.', 'som grunn'],
  ])('but never with sobriety: «%s» is refused with 422, %s', async (inntakBegrunnelse) => {
    const id = await met();

    const { status, body } = await eva.tries(id, 'Avgjør inntak', { inntak: 'nei', inntakBegrunnelse });

    expect([status, body.code]).toEqual([422, 'sobriety-demanded']);
    expect(body.errors).toMatchObject([{ path: 'inntakBegrunnelse', from: 0, to: inntakBegrunnelse.length }]);
    expect(await eva.openTasks(id)).toEqual(['Avgjør inntak']);
  });
});

// One test goes on where the one before it stopped: Lia 2 is let by then.
describe('homes of Housing First', () => {
  const [find, choose, contract] = ['Finn boliger å velge mellom', 'Velg bolig', 'Inngå leiekontrakt'];
  const home = async (id: string) => (await world.as('bjorn').get(`homes/${id}`).expect(200)).body;
  const keptFor = async (...ids: readonly string[]) =>
    (await Promise.all(ids.map(home))).map(({ boligreservasjon }) => boligreservasjon?.person ?? null);
  beforeAll(async () => {
    await enterVacantHomes(world, { 'lia-1': 'Lia 1', 'lia-2': 'Lia 2' }, { id: 'lia', name: 'Lia borettslag' });
    await enterVacantHomes(world, { 'moen-1': 'Moen 1' }, { id: 'moen', name: 'Moen', groups: ['psykisk-helse'] });
  });

  it('are kept for the person while 2 are offered, let go of on a no, and let from the day of the contract after a yes', async () => {
    const siv = createCaseworker(world, 'siv');
    const id = await met();
    await eva.does(id, 'Avgjør inntak', { inntak: 'ja', inntakBegrunnelse: 'Vil ha egen dør.' });

    await bjorn.does(id, find, { boliger: ['lia-1', 'lia-2'], valgBegrunnelse: 'Egen dør.' });
    expect(await keptFor('lia-1', 'lia-2')).toEqual(['siv', 'siv']);
    await siv.does(id, choose, { svar: 'nei' });
    expect(await keptFor('lia-1', 'lia-2')).toEqual([null, null]);
    const one = { kunEttAlternativ: true, kunEttBegrunnelse: 'Bare Lia 1 er ledig.', valgBegrunnelse: 'Egen dør.' };
    await bjorn.does(id, find, { boliger: ['lia-1'], ...one });
    expect(await keptFor('lia-1', 'lia-2')).toEqual(['siv', null]);
    await siv.does(id, choose, { svar: 'nei' });
    expect(await keptFor('lia-1', 'lia-2')).toEqual([null, null]);

    await bjorn.does(id, find, { boliger: ['lia-1', 'lia-2'], valgBegrunnelse: 'Egen dør.' });
    const { body: shown } = await world.as('siv').get(`process-instances/${id}`).expect(200);
    const letters: readonly string[] = shown.letters.map(({ text }: { readonly text: string }) => text);
    expect(letters.filter((text) => /Lia 1[^]*Lia 2/.test(text))).toHaveLength(2);
    expect(letters.filter((text) => text.includes('bare én bolig nå, fordi: Bare Lia 1 er ledig.'))).toHaveLength(1);
    await siv.does(id, choose, { svar: 'ja', valgtBolig: 'Lia 2' });
    expect(await keptFor('lia-1', 'lia-2')).toEqual([null, 'siv']);

    const tor = createCaseworker(world, 'tor');
    await tor.does(id, contract, { kontraktOn: '2026-11-27', leieFraOn: '2026-12-01' });
    expect(await home('lia-2')).toMatchObject({
      leieforhold: { person: 'siv', fromOn: '2026-12-01' },
      boligreservasjon: null,
    });
  });

  it('are refused where one is let, does not fit or is not there, and 1 alone must say why: nothing is kept', async () => {
    const id = await met();
    await eva.does(id, 'Avgjør inntak', { inntak: 'ja', inntakBegrunnelse: 'Vil ha egen dør.' });
    const refused = async (boliger: readonly string[]) => {
      const { status, body } = await bjorn.tries(id, find, { boliger, valgBegrunnelse: 'Egen dør.' });
      return [status, body.code];
    };

    expect(await refused(['lia-1', 'lia-2'])).toEqual([409, 'dwelling-taken']);
    expect(await refused(['lia-1', 'moen-1'])).toEqual([422, 'dwelling-mismatch']);
    expect(await refused(['lia-1', 'finnes-ikke'])).toEqual([404, 'not-found']);
    expect(await refused(['lia-1'])).toEqual([400, 'invalid-input']);
    expect(await refused([])).toEqual([400, 'invalid-input']);
    const { status } = await bjorn.tries(id, find, { alternativer: ['Lia 1'], valgBegrunnelse: 'Egen dør.' });
    expect(status).toBe(400);

    expect(await keptFor('lia-1')).toEqual([null]);
    expect(await bjorn.openTasks(id)).toEqual([find]);
  });
});

describe('scenario 17: a resident ends the services', () => {
  it('and the lease stands as it was: same tenancy, same rent, no end', async () => {
    await world.as('bjorn').post('buildings', {
      ...{ id: 'borettslag-1', name: 'Østre hage', groups: ['rop'], owner: 'borettslag', responsibleUnit: 'rus' },
      ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
    });
    await world.as('bjorn').post('homes', {
      ...{ id: 'hage-1', name: 'Østre hage 1', building: 'borettslag-1', boligtype: 'Leilighet', egenskaper: [] },
      ...{ disposisjonsform: 'EID', erBofellesskap: false, erTilgjengeligForRullestolbruker: false, status: 'i-bruk' },
      ...{ leieTilEiePotensial: false },
    });
    const terms = { person: 'siv', fromOn: '2026-11-20', rent: 9500 };
    await world.as('tor').post('homes/hage-1/tenancies', terms).expect(201);
    const home = async () => (await world.as('tor').get('homes/hage-1').expect(200)).body;
    const before = await home();

    const id = await start('housing-first-tjenester');
    await eva.does(id, 'Avtal at tjenestene stopper', {
      ...{ egneOrd: 'Jeg klarer meg selv.', tjenesterSluttOn: '2026-12-01', vilHoreFraOss: false },
    });

    expect(await home()).toEqual(before);
    expect(before.leieforhold).toMatchObject({ fromOn: '2026-11-20', toOn: null, leavesOn: null, rent: 9500 });
    const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
    expect(body.state).toBe('completed');
    expect(body.letters.map(({ title }: { readonly title: string }) => title)).toEqual(['Boligen er din som før']);
    const { body: tasks } = await world.as('tor').get('user-tasks?filter=all').expect(200);
    expect(tasks.items.filter((task: { readonly case: { readonly id: string } }) => task.case.id === id)).toEqual([]);
  });
});

describe('scenario 16: the answer is missing', () => {
  it('ten working days after 2026-11-24, on 2026-12-08: the team is reminded, its leader told the day before, the office leader when the day is over', async () => {
    const id = await start('housing-first-inntak');
    const reported = { aktuelt: true, meldtInnOn: '2026-11-24', innmeldingBegrunnelse: 'Vil ha ro.' };
    await kari.does(id, 'Vurder om Housing First er aktuelt', reported);

    await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-12-10T08:00:00.000Z' });

    const { body } = await world.as('bjorn').get(`process-instances/${id}/notices`).expect(200);
    const told = body.items.map(({ at, kind, to }: Record<string, string>) => `${at} ${kind} ${to}`);
    expect(told.filter((line: string) => /reminder|escalation|breach/.test(line)).toSorted()).toEqual([
      '2026-12-05T07:00:00.000Z reminder bente',
      '2026-12-05T07:00:00.000Z reminder bjorn',
      '2026-12-07T07:00:00.000Z escalation bente',
      '2026-12-08T23:00:00.000Z breach liv',
    ]);
    expect(await bjorn.openTasks(id)).toEqual(['Beskriv bolighistorie, behov og ønsker']);
  });
});
