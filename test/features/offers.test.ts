import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { enterVacantHomes, twoSmallHouses } from '../support/vacant-homes.js';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
});
afterEach(() => world.stop());

const travel = (to: string) => world.ports.demo?.travel.advance(idOf('trondheim'), { to });

const why = { valgBegrunnelse: 'Egen inngang. Ola på lista trenger heis.' };
const twoHomes = { boliger: ['tun-3', 'tun-5'], ...why };
const onlyOne = { kunEttAlternativ: true, kunEttBegrunnelse: 'Alle de andre er bebodd.' };
const oneHome = { boliger: ['tun-3'], ...onlyOne, ...why };

/** An application, Siv’s where nothing else is said, which stands on the waiting list since Monday 2026-11-23. */
async function sivWaits(person = 'siv'): Promise<string> {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf(person);
  await kari.does(id, 'Kartlegg behov med søker', {
    rettsgrunnlag: 'kommunal-bolig',
    behov: 'To rom',
    onsker: 'Nær bussen',
    trengerSamarbeidsmote: false,
  });
  await kari.does(id, 'Fatt vedtak om kommunal bolig', {
    hjemmel: 'kommunal-bolig',
    resultat: 'innvilget',
    vedtakBegrunnelse: 'Du mangler bolig.',
    boligtype: 'Småhus',
  });
  await kari.does(id, 'Send bestilling til boligsosialt team', {
    boliggruppe: 'rus',
    nattevakt: false,
    egenInngang: true,
  });
  return id;
}

/** The round of Tuesday 2026-11-24 gives Siv an offer; the team has to choose homes. */
async function sivGetsAnOffer(...after: readonly string[]): Promise<string> {
  await enterVacantHomes(world);
  const id = await sivWaits();
  await travel('2026-11-23T10:00:00.000Z');
  for (const person of after) await sivWaits(person);
  await travel('2026-11-24T09:00:00.000Z');
  const bjorn = createCaseworker(world, 'bjorn');
  const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
  await bjorn.does(await bjorn.caseWith(entry), entry, { utfall: 'tilbud', begrunnelse: 'Står uten bolig' });
  return id;
}

async function offered(homes: { readonly boliger: readonly string[] }, waiting?: string): Promise<string> {
  const id = waiting ?? (await sivGetsAnOffer());
  await createCaseworker(world, 'bjorn').does(id, 'Velg boliger til tilbudet', homes);
  for (const home of homes.boliger) {
    const title = `Avtal og hold visning: ${twoSmallHouses[home] ?? ''}`;
    await createCaseworker(world, 'tor').does(id, title, { visningOn: '2026-11-24' });
  }
  return id;
}

interface Letter {
  readonly title: string;
  readonly text: string;
}

/** What Siv was sent, by its title. */
async function lettersTo(id: string): Promise<ReadonlyMap<string, string>> {
  const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
  return new Map(body.letters.map(({ title, text }: Letter) => [title, text]));
}

const entriesOfRound = async () => {
  const { body } = await world.as('bjorn').get('user-tasks?filter=all').expect(200);
  const judging = body.items.filter(({ node }: { node: string }) => node === 'vurder-oppforing');
  const read = async ({ id }: { id: string }) => (await world.as('bjorn').get(`user-tasks/${id}`).expect(200)).body;
  return (await Promise.all(judging.map(read))).map(({ values }) => values);
};

/** Who is in the newest round, from the top. */
async function orderOfRound(): Promise<readonly string[]> {
  const { body: rounds } = await world.as('bjorn').get('rounds').expect(200);
  const { body: round } = await world.as('bjorn').get(`rounds/${rounds.items[0].id}`).expect(200);
  return round.items.map(({ title }: { title: string }) => title.replace('Søknad om kommunal bolig – ', ''));
}

async function othersAreJudged(...names: readonly string[]): Promise<void> {
  const bjorn = createCaseworker(world, 'bjorn');
  for (const name of names) {
    const entry = `Vurder oppføring: Søknad om kommunal bolig – ${name}`;
    await bjorn.does(await bjorn.caseWith(entry), entry, { utfall: 'uendret', begrunnelse: 'Trenger heis' });
  }
}

/** An offer is a process of its own, but no case of its own to her, and none among the cases of those who work. */
async function isToldInTheApplication(id: string): Promise<void> {
  const { items: journeys } = (await world.as('siv').get('journeys').expect(200)).body;
  const stageOf = (stage: number) => journeys[0].stages.find((one: { stage: number }) => one.stage === stage);
  expect(journeys).toMatchObject([{ id, currentStage: 7 }]);
  expect(journeys[0].canDo[0].text).toBe('Svar på tilbudet');
  expect(stageOf(7).happened.map(({ text }: { text: string }) => text)).toEqual([
    'Ferdig: Velg boliger til tilbudet.',
    'Ferdig: Finn navnene på boligene.',
    'Vi sendte deg brevet «Vi vil vise deg bolig».',
    'Ferdig: Avtal og hold visning: Småhus tun 3.',
    'Ferdig: Avtal og hold visning: Småhus tun 5.',
    'Vi sendte deg brevet «Du har fått tilbud om bolig».',
  ]);
  const casesOf = async (query: string) => (await world.as('bjorn').get(`process-instances${query}`).expect(200)).body;
  expect((await casesOf('')).items.filter(({ process }: { process: string }) => process === 'tilbud')).toEqual([]);
  expect((await casesOf('?process=tilbud')).items).toMatchObject([{ parentId: id, state: 'active' }]);
  const { body: page } = await world.as('bjorn').get(`process-instances/${id}`).expect(200);
  expect(page.tasks.map(({ name }: { name: string }) => name)).toContain('Svar på tilbudet');
  const { body: story } = await world.as('bjorn').get(`process-instances/${id}/journal`).expect(200);
  expect(story.items.map(({ nodeName }: { nodeName: string | null }) => nodeName)).toContain(
    'Velg boliger til tilbudet',
  );
  await world.as('bjorn').post('process-instances', { process: 'tilbud' }).expect(403);
}

it('scenario 10: a yes is decided though no home is registered, puts her on the list and counts as the need for a type that is missing; one is too few to show outside', async () => {
  const id = await sivWaits();

  const { body } = await world.as('kari').get(`process-instances/${id}/decisions`).expect(200);
  expect(body.items).toMatchObject([{ outcome: 'innvilget', content: { boligtype: 'Småhus' } }]);
  expect([...(await lettersTo(id)).keys()]).toContain('Du står på ventelista');
  await travel('2026-11-24T09:00:00.000Z');
  expect(await entriesOfRound()).toMatchObject([{ ventetDager: 1 }]);

  const needs = async (person: string) => (await world.as(person).get('housing-needs').expect(200)).body.items;
  const type = { id: 'smahus', name: 'Småhus', stock: 0, vacant: 0, isMissing: true };
  expect(await needs('bjorn')).toMatchObject([{ ...type, waiting: 1, unmet: 1 }]);
  expect(await needs('knut')).toMatchObject([{ ...type, waiting: null, unmet: null }]);
  await world.as('siv').get('housing-needs').expect(403);
});

it('scenario 11: two free homes are both offered and she chooses; no offer without why others were passed over', async () => {
  const id = await sivGetsAnOffer();
  const bjorn = createCaseworker(world, 'bjorn');

  const { boliger } = twoHomes;
  const silent = await bjorn.tries(id, 'Velg boliger til tilbudet', { boliger });
  expect(silent.body.errors.map(({ path }: { path: string }) => path)).toEqual(['valgBegrunnelse']);
  await bjorn.does(id, 'Velg boliger til tilbudet', twoHomes);
  const tor = createCaseworker(world, 'tor');
  for (const home of Object.values(twoSmallHouses))
    await tor.does(id, `Avtal og hold visning: ${home}`, { visningOn: '2026-11-24' });

  const letter = (await lettersTo(id)).get('Du har fått tilbud om bolig');
  expect(letter).toContain('- Småhus tun 3\n- Småhus tun 5');
  expect(letter).not.toContain('den eneste boligen');
  await isToldInTheApplication(id);
  const siv = createCaseworker(world, 'siv');
  expect((await siv.tries(id, 'Svar på tilbudet', { svar: 'ja' })).status).toBe(400);
  await siv.does(id, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Småhus tun 5' });
  expect(await bjorn.openTasks(id)).toContain('Tildel bolig');
});

it('scenario 12: an offer of one home must say that there is only one and why; she reads it and that no is allowed, and after a no with its reason she stands where she stood, between the two others', async () => {
  const { boliger } = oneHome;
  await sivWaits('odd');
  await travel('2026-11-23T09:00:00.000Z');
  const waiting = await sivGetsAnOffer('mona');
  const order = await orderOfRound();
  expect(order).toEqual(['odd', 'Siv Dahl', 'mona']);
  await othersAreJudged('odd', 'mona');
  const refusedFor = async (said: object) => {
    const answer = await createCaseworker(world, 'bjorn').tries(waiting, 'Velg boliger til tilbudet', {
      ...why,
      ...said,
    });
    return [answer.status, ...answer.body.errors.map(({ path }: { path: string }) => path)];
  };
  expect(await refusedFor({ boliger })).toEqual([400, 'kunEttAlternativ']);
  expect(await refusedFor({ boliger, kunEttAlternativ: true })).toEqual([400, 'kunEttBegrunnelse']);
  expect(await refusedFor({ ...twoHomes, ...onlyOne })).toEqual([400, 'kunEttAlternativ']);

  const id = await offered(oneHome, waiting);

  const offer = (await lettersTo(id)).get('Du har fått tilbud om bolig');
  expect(offer).toContain('Dette er den eneste boligen vi har til deg nå. Det er også da lov å si nei.');
  expect(offer).toContain('Grunnen til at det bare er én: Alle de andre er bebodd.');
  const answer = { svar: 'nei', svarBegrunnelse: 'For langt fra søsteren min' };
  await createCaseworker(world, 'siv').does(id, 'Svar på tilbudet', answer);
  // What she was offered and what she said stands in what she may take along.
  expect((await world.as('siv').get('persons/siv/record').expect(200)).body.offers).toMatchObject([
    { homes: ['Småhus tun 3'], answer: 'nei', reason: 'For langt fra søsteren min', answeredAt: expect.any(String) },
  ]);

  expect([...(await lettersTo(id)).keys()]).toContain('Du beholder plassen på ventelista');
  await travel('2026-12-01T09:00:00.000Z');
  expect(await orderOfRound()).toEqual(order);
  expect(await entriesOfRound()).toMatchObject(order.map(() => ({ ventetDager: 8, ikkeVurdertRunder: 0 })));
  const { body: answered } = await world.as('siv').get('user-tasks?filter=all&state=completed').expect(200);
  const given = answered.items.find(({ node }: { node: string }) => node === 'svar-pa-tilbud');
  const { body: kept } = await world.as('siv').get(`user-tasks/${given.id}`).expect(200);
  expect(kept.values).toMatchObject(answer);
});

it('scenario 13: an offer that nobody answers in 7 days, since she is in hospital, is paused once her helper is told: it is not taken from her, and 7 new days begin on the day', async () => {
  const id = await offered(twoHomes);
  const bjorn = createCaseworker(world, 'bjorn');

  await travel('2026-12-02T08:00:00.000Z');
  expect(await bjorn.openTasks(id)).toContain('Ta kontakt med søker');
  const away = { svar: 'pa-vent', kontaktMate: 'fullmektig', paVentTil: '2026-12-14' };
  const untold = await bjorn.tries(id, 'Ta kontakt med søker', away);
  expect([untold.status, untold.body.errors[0].path]).toEqual([400, 'hjelperKontaktet']);
  await bjorn.does(id, 'Ta kontakt med søker', { ...away, hjelperKontaktet: 'Gatejuristen, 2. desember' });

  const answering = async () => {
    const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
    return body.tasks.filter(
      ({ node, state }: Record<string, string>) => node === 'svar-pa-tilbud' && state === 'assigned',
    );
  };
  await travel('2026-12-13T08:00:00.000Z');
  expect(await answering()).toEqual([]);
  const { body: home } = await world.as('bjorn').get('homes/tun-3').expect(200);
  expect(home.boligreservasjon).toMatchObject({ processInstanceId: id });
  const { body: place } = await world.as('siv').get(`process-instances/${id}/waiting-place`).expect(200);
  expect(place.waitingSince).toBe('2026-11-23');

  await travel('2026-12-14T08:00:00.000Z');
  expect(await answering()).toMatchObject([{ deadline: { rule: 'D14', dueOn: '2026-12-21', overdue: false } }]);
  expect([...(await lettersTo(id)).keys()]).not.toContain('Du står ikke lenger på ventelista');
  await createCaseworker(world, 'siv').does(id, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Småhus tun 3' });
  expect(await bjorn.openTasks(id)).toContain('Tildel bolig');
});

it('more time for an offer: the team moves the answer from 1 to 8 December with a reason that Siv reads; the old day passes unheard; not after her yes', async () => {
  const id = await offered(twoHomes);
  const answering = async (person: string) => {
    const { body } = await world.as(person).get('offers').expect(200);
    const tasks = body.items.flatMap((offer: { tasks: readonly object[] }) => offer.tasks);
    return tasks.find(({ deadline }: { deadline: { rule: string } | null }) => deadline?.rule === 'D14');
  };
  const { id: task } = await answering('bjorn');
  const detail = async (person: string) => (await world.as(person).get(`user-tasks/${task}`).expect(200)).body;
  const { revision, deadline, actions } = await detail('bjorn');
  expect([deadline.dueOn, actions.extendDeadline.allowed]).toEqual(['2026-12-01', true]);
  const reason = 'Du er bortreist til 7. desember.';
  const moves = (person: string, body: object) =>
    world.as(person).post(`user-tasks/${task}/deadline/extend`, body).set('if-match', `"${revision}"`);

  await moves('siv', { dueOn: '2026-12-08', reason }).expect(403);
  await moves('bjorn', { dueOn: '2026-12-08', reason: '' }).expect(400);
  await moves('bjorn', { dueOn: '2026-12-08', reason }).expect(200);
  expect((await detail('siv')).deadline).toMatchObject({ dueOn: '2026-12-08', extensions: [{ days: 7, reason }] });

  await travel('2026-12-02T08:00:00.000Z');
  const bjorn = createCaseworker(world, 'bjorn');
  expect(await bjorn.openTasks(id)).not.toContain('Ta kontakt med søker');
  await createCaseworker(world, 'siv').does(id, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Småhus tun 3' });
  const late = await moves('bjorn', { dueOn: '2026-12-15', reason });
  expect([late.status, late.body.code]).toEqual([409, 'process-instance-ended']);
  expect((await detail('bjorn')).actions.extendDeadline.allowed).toBe(false);
});
