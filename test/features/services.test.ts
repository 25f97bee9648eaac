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

/** Somebody rents a home of Gamle Oslovei 2A, or of another building. */
async function livesIn(person: string, home: string, building = 'go2'): Promise<void> {
  const said = {
    ...{ id: home, name: home, building, boligtype: 'Leilighet', egenskaper: [], disposisjonsform: 'Eid' },
    ...{ erBofellesskap: false, erTilgjengeligForRullestolbruker: false, leieTilEiePotensial: false, status: 'i-bruk' },
  };
  await world.as('bjorn').post('homes', said).expect(201);
  await world.as('tor').post(`homes/${home}/tenancies`, { person, fromOn: '2026-12-01' }).expect(201);
}

async function buildingsThere(): Promise<void> {
  for (const id of ['go2', 'klb']) {
    const said = {
      ...{ id, name: id === 'go2' ? 'Gamle Oslovei 2A' : 'Klæbuveien', groups: ['psykisk-helse'], owner: 'kommune' },
      ...{ responsibleUnit: 'btt', status: 'i-bruk', constraints: {}, repairRules: [] },
    };
    await world.as('bjorn').post('buildings', said).expect(201);
  }
}

it('scenario 27: an appeal on services may come within 4 weeks of Friday 2026-12-04, until Monday 2027-01-04 since the 1st is a holiday; it goes to Statsforvalteren, and a day later it is late', async () => {
  const appeals = async (decision: string): Promise<string> => {
    await world.as('siv').post(`decisions/${decision}/appeals`, { text: 'Jeg trenger mer hjelp.' }).expect(201);
    await world.settle();
    const { body } = await world.as('siv').get('process-instances?process=klage').expect(200);
    return body.items[0].id;
  };
  const [[inTime], [late]] = [await decisionsOf(await servicesOfSiv()), await decisionsOf(await servicesOfSiv())];
  await until('2027-01-04');
  expect(inTime.appeal).toMatchObject({ body: 'Statsforvalteren', rule: 'D05', dueOn: '2027-01-04' });

  const appeal = await appeals(inTime.id);
  expect(await tasksOf(appeal)).toEqual(['Vurder vedtaket på nytt']);
  expect((await lettersTo('siv', appeal))[0]?.text).toContain('sender vi klagen til Statsforvalteren.');

  await until('2027-01-05');
  expect(await tasksOf(await appeals(late.id))).toEqual(['Vurder om klagen kan behandles likevel']);
});

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
    expect(first.appeal).toEqual({ body: 'Statsforvalteren', rule: 'D05', dueOn: '2027-01-04', inTime: false });
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
  await buildingsThere();
  await livesIn('siv', 'go2-1');
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

describe('scenario 23: the staff base of Gamle Oslovei 2A, where Siv and Berit live, becomes a visiting team', () => {
  const reason = 'Basen legges ned fra nyttår. Et team kommer på besøk.';
  const review = 'Vurder tjenestene: bemanningen i bygget er endret';
  const staffing = (person: string) =>
    world.as(person).post('buildings/go2/staffing', { staffing: 'ambulant', reason });
  const casesAbout = async (person: string) =>
    (await world.as('kari').get('process-instances?process=tjenestevedtak').expect(200)).body.items.filter(
      ({ title }: { title: string }) => title.includes(person),
    );

  beforeEach(async () => {
    await buildingsThere();
    await livesIn('siv', 'go2-1');
    await livesIn('berit', 'go2-2');
    await livesIn('rita', 'klb-1', 'klb');
  });

  it('every resident’s decision is to be considered for itself: a task in her case, and a case for who had none', async () => {
    const id = await servicesOfSiv();
    const before = await decisionsOf(id);
    const { body } = await staffing('liv').expect(201);
    await world.settle();

    expect(await tasksOf(id)).toEqual([review]);
    const [berit] = await casesAbout('Berit Lien');
    expect(await tasksOf(berit.id)).toEqual([provisional]);
    expect(await casesAbout('Rita Lunde')).toEqual([]);
    const asked = (await world.as('liv').get(`process-instances/${body.processInstanceId}`).expect(200)).body;
    expect(asked).toMatchObject({ state: 'completed', title: 'Bemanningen er endret i Gamle Oslovei 2A' });
    // Nobody's services are changed by it.
    expect(await decisionsOf(id)).toEqual(before);

    await kari().does(berit.id, provisional, {
      ...{ tjenester: 'Hjelp av basen.', tjenesterFraOn: '2026-12-01', tjenesterTilOn: '2027-12-01' },
      tjenesteBegrunnelse: 'Vedtaket som gjelder fra før.',
    });
    expect(await tasksOf(berit.id)).toEqual(expect.arrayContaining([reached, meet]));
  });

  it('whoever does not agree that hers stands gets a decision that can be appealed', async () => {
    const id = await servicesOfSiv();
    await staffing('rita+btt').expect(201);
    await world.settle();
    await kari().does(id, review, {
      ...{ personenSier: 'Jeg trenger noen om natta.', vurderingUtfall: 'star', personenEnig: 'nei' },
      vurderingBegrunnelse: 'Teamet kan komme.',
    });
    await kari().does(id, 'Fatt vedtak etter vurderingen', {
      ...{ resultat: 'delvis', fortsetter: 'ja', tjenester: 'Besøk hver kveld.', tjenesterFraOn: '2026-12-10' },
      tjenesteBegrunnelse: 'Du trenger noen om kvelden.',
    });

    const anew = (await decisionsOf(id, 'siv')).find(({ outcome }: { outcome: string }) => outcome === 'delvis');
    expect(anew).toMatchObject({
      reasons: 'Du trenger noen om kvelden.',
      appeal: { body: 'Statsforvalteren', rule: 'D05' },
    });
    expect((await lettersTo('siv', id)).map(({ title }) => title)).toHaveLength(2);
  });

  it('why is read by the office for services, and by each resident in her own letter, and by nobody else', async () => {
    const id = await servicesOfSiv();
    const { body } = await staffing('liv').expect(201);
    await world.settle();

    const task = (await world.as('kari').get('user-tasks?filter=all').expect(200)).body.items.find(
      ({ name }: { name: string }) => name === review,
    );
    expect(JSON.stringify((await world.as('kari').get(`user-tasks/${task.id}`).expect(200)).body)).toContain(reason);
    for (const person of ['tor', 'bjorn', 'berit', 'rita', 'per', 'nina', 'siv']) {
      await world.as(person).get(`process-instances/${body.processInstanceId}`).expect(404);
      if (person !== 'siv') await world.as(person).get(`process-instances/${id}`).expect(404);
    }
    const place = (await world.as('tor').get('buildings/go2').expect(200)).body;
    expect(place.history[0].text).toBe('Bemanningen i bygget ble endret');
    expect(place.staffing).toMatchObject({ staffing: 'ambulant' });
    expect(JSON.stringify(place)).not.toContain('legges ned');

    await kari().does(id, review, {
      ...{ personenSier: 'Det går fint.', vurderingUtfall: 'star', personenEnig: 'ja' },
      vurderingBegrunnelse: 'Teamet kommer like ofte.',
    });
    expect((await lettersTo('siv', id)).find(({ title }) => title.includes('samme hjelpen'))?.text).toContain(reason);
  });

  it('is for who leads the building, services or the municipality to say: a caseworker, the landlord and who allocates are refused', async () => {
    const digest = await world.digest();

    for (const person of ['kari', 'tor', 'bjorn', 'bente', 'rita'])
      expect([person, (await staffing(person)).status]).toEqual([person, person === 'rita' ? 404 : 403]);
    expect(await world.digest()).toBe(digest);
  });
});
