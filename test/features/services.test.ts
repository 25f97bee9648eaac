import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const trondheim = idOf<'Tenant'>('trondheim');
const provisional = 'Fatt foreløpig tjenestevedtak';
const reached = 'Registrer når vedtaket kom fram';
const meet = 'Møt personen og boligen';
const decideAnew = 'Fatt nytt tjenestevedtak';
const secure = 'Forleng vedtaket: det går ut om ti dager';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld({ now: '2026-12-01T09:00:00.000Z' });
}, 120_000);
afterEach(() => world.stop());

const kari = () => createCaseworker(world, 'kari');
const tasksOf = (id: string) => kari().openTasks(id);
const decisionsOf = async (id: string, as = 'kari') =>
  (await world.as(as).get(`process-instances/${id}/decisions`).expect(200)).body.items;
const lettersTo = async (person: string, id: string): Promise<readonly { title: string; text: string }[]> =>
  (await world.as(person).get(`process-instances/${id}`).expect(200)).body.letters;
/** How the mails to somebody about a task begin. */
const mailsTo = (person: string, about: string) =>
  world.sentMail
    .filter(({ to, subject }) => to.startsWith(`${person}@`) && subject.includes(about))
    .map(({ subject }) => /^(Ny oppgave|[^:]+)/.exec(subject)?.[0]);

/** Goes on until 08:30 on a day in winter; everything that falls due on the way happens at its own time. */
async function until(today: string): Promise<void> {
  await world.ports.demo?.travel.advance(trondheim, { to: `${today}T07:30:00.000Z` });
  await world.settle();
}

/** Siv has moved in on 2026-12-01, and has services until Monday 2027-02-15. */
async function servicesOfSiv(): Promise<string> {
  const variables = { soker: 'siv', sokerNavn: 'Siv Dahl', innflyttetOn: '2026-12-01' };
  const { body } = await world
    .as('kari')
    .post('process-instances', { process: 'tjenestevedtak', variables })
    .expect(201);
  await world.settle();
  const id: string = body.processInstanceId;
  await kari().does(id, provisional, {
    ...{ tjenester: 'Besøk to ganger i uka.', tjenesterFraOn: '2026-12-01', tjenesterTilOn: '2027-02-15' },
    tjenesteBegrunnelse: 'Du vil ha hjelp til å komme i gang.',
  });
  await kari().does(id, reached, { vedtakMottattOn: '2026-12-04', mottakBevis: 'digitalt' });
  return id;
}

/** Siv rents a home in Gamle Oslovei 2A. */
async function sivLivesInGo2(): Promise<void> {
  const building = {
    ...{ id: 'go2', name: 'Gamle Oslovei 2A', groups: ['psykisk-helse'], owner: 'kommune', responsibleUnit: 'btt' },
    ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
  };
  const home = {
    ...{ id: 'go2-1', name: 'Leilighet 1', building: 'go2', boligtype: 'Leilighet', egenskaper: [] },
    ...{ disposisjonsform: 'Eid', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
    ...{ leieTilEiePotensial: false, status: 'i-bruk' },
  };
  await world.as('bjorn').post('buildings', building).expect(201);
  await world.as('bjorn').post('homes', home).expect(201);
  await world.as('tor').post('homes/go2-1/tenancies', { person: 'siv', fromOn: '2026-12-01' }).expect(201);
}

describe('scenario 22: a provisional decision on services until Monday 2027-02-15 that nobody replaces', () => {
  it('is a task for the office and its leader ten days before; the leader hears of it again seven days before, and when it is over; the services go on', async () => {
    const id = await servicesOfSiv();
    await until('2027-01-12');
    expect(await tasksOf(id)).toEqual([meet]);

    await until('2027-02-04');
    expect(await tasksOf(id)).not.toContain(secure);
    await until('2027-02-05');
    expect(await tasksOf(id)).toEqual(expect.arrayContaining([meet, secure]));
    expect(mailsTo('liv', secure)).toEqual(['Ny oppgave']);
    await until('2027-02-09');
    expect(mailsTo('liv', secure)).toEqual(['Ny oppgave', 'Til oppfølging']);
    await until('2027-02-17');
    expect(mailsTo('liv', secure)).toEqual(['Ny oppgave', 'Til oppfølging', 'Påminnelse', 'Fristen er brutt']);

    const { body } = await world.as('siv').get(`journeys/${id}`).expect(200);
    expect(body).toMatchObject({ currentStage: 9 });
    expect((await lettersTo('siv', id)).map(({ title }) => title)).toEqual(['Vedtak om hjelp hjemme']);
    expect((await lettersTo('siv', id))[0]?.text).toContain('Hjelpen stopper ikke den dagen.');
    expect(await tasksOf(id)).toEqual(expect.arrayContaining([meet, secure]));
  });

  it('is prolonged by a person, with reasons and a right to appeal; ten days before the new date there is a task again', async () => {
    const id = await servicesOfSiv();
    await until('2027-02-05');

    const without = await kari().tries(id, secure, { tjenesterTilOn: '2027-02-22' });
    expect([without.status, without.body.errors[0].path]).toEqual([400, 'tjenesteBegrunnelse']);
    await kari().does(id, secure, { tjenesterTilOn: '2027-02-22', tjenesteBegrunnelse: 'Vi har ikke møttes ennå.' });

    const [first, second] = await decisionsOf(id, 'siv');
    expect(first).toMatchObject({ validTo: '2027-02-15', legalBasis: { id: 'helse-og-omsorgstjenester' } });
    expect(first.appeal).toEqual({ body: 'Statsforvalteren', rule: 'D05', dueOn: '2027-01-04' });
    expect(second).toMatchObject({ validTo: '2027-02-22', reasons: 'Vi har ikke møttes ennå.' });
    const letter = (await lettersTo('siv', id)).find(({ title }) => title === 'Hjelpen din fortsetter');
    expect(letter?.text).toContain('sender vi klagen til Statsforvalteren.');
    expect(await tasksOf(id)).toEqual([meet]);

    await until('2027-02-12');
    expect(await tasksOf(id)).toEqual(expect.arrayContaining([meet, secure]));
  });
});

it('six weeks after moving in the person, the home and the office meet; nobody gets a new decision unheard', async () => {
  const id = await servicesOfSiv();
  await until('2027-01-11');
  expect(await tasksOf(id)).toEqual([]);
  await until('2027-01-12');

  await kari().does(id, meet, { personenHort: 'ikke-nadd' });
  expect(await tasksOf(id)).toEqual([meet]);
  await kari().does(id, meet, {
    ...{ personenHort: 'ja', personenSier: 'Jeg vil ha noen å spise med.', moteOn: '2027-01-12' },
    boligenSier: 'Vi kan komme tre ganger.',
  });
  await kari().does(id, decideAnew, {
    ...{ resultat: 'innvilget', fortsetter: 'ja', tjenester: 'Besøk tre ganger i uka.', tjenesterFraOn: '2027-01-18' },
    tjenesteBegrunnelse: 'Du vil ha noen å spise med.',
  });

  const [, anew] = await decisionsOf(id, 'siv');
  expect(anew).toMatchObject({ outcome: 'innvilget', validTo: null, appeal: { rule: 'D05' } });
  await kari().does(id, reached, { vedtakMottattOn: '2027-01-20', mottakBevis: 'post' });
});

it('services that end leave the lease as it is', async () => {
  await sivLivesInGo2();
  const id = await servicesOfSiv();
  await until('2027-01-12');
  const before = (await world.as('tor').get('homes/go2-1').expect(200)).body;
  await kari().does(id, meet, { personenHort: 'ville-ikke', personenSier: 'Jeg vil ikke ha besøk.' });
  await kari().does(id, decideAnew, {
    ...{ resultat: 'innvilget', fortsetter: 'nei', tjenester: 'Besøkene stopper.', tjenesterFraOn: '2027-01-18' },
    tjenesteBegrunnelse: 'Du vil ikke ha besøk.',
  });
  await kari().does(id, reached, { vedtakMottattOn: '2027-01-14', mottakBevis: 'post' });

  expect((await world.as('kari').get(`process-instances/${id}`).expect(200)).body.state).toBe('completed');
  expect((await world.as('tor').get('homes/go2-1').expect(200)).body).toEqual(before);
});
