import type request from 'supertest';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
afterEach(() => world.stop());

const assess = 'Vurder om personen har et sted å sove';
const decide = 'Fatt vedtak om midlertidig botilbud';
const follow = 'Følg oppholdet';
const end = 'Avslutt oppholdet når personen har et sted å bo';
const tonight = 'Finn et annet sted for i natt';
const hear = 'Hør personen og botilbudet';
const decideAnew = 'Fatt nytt vedtak';
const approveBan = 'Godkjenn utestengingen, eller send den tilbake';
const plan = 'Lag plan for varig bolig: tre måneder er gått';
const warning = 'Varsel: 75 dager i midlertidig botilbud';

const homeless = { harStedASove: 'nei', husstand: 'mann', over18: true };
const herberget = {
  resultat: 'innvilget',
  vedtakBegrunnelse: 'Du har ikke et sted å sove.',
  stedstype: 'herberge',
  sted: 'Herberget',
};

/** Somebody tells NAV that they have no place to sleep; answers the case. */
async function needOf(person: string): Promise<string> {
  const { body } = await world.as(person).post('process-instances', { process: 'midlertidig-botilbud' }).expect(201);
  await world.settle();
  return body.processInstanceId;
}

/** A stay at Herberget since `oppholdFraOn`; answers its case. */
async function stayOf(person: string, oppholdFraOn: string): Promise<string> {
  const id = await needOf(person);
  const nina = createCaseworker(world, 'nina');
  await nina.does(id, assess, homeless);
  await nina.does(id, decide, { ...herberget, oppholdFraOn });
  return id;
}

/** Goes on until 08:30 on a day in winter; everything that falls due on the way happens at its own time. */
async function until(today: string): Promise<void> {
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: `${today}T07:30:00.000Z` });
  await world.settle();
}

const tasksOf = (id: string, person = 'nils') => createCaseworker(world, person).openTasks(id);
const stateOf = async (id: string) => (await world.as('nina').get(`process-instances/${id}`).expect(200)).body.state;
const decisionsOf = async (id: string, as = 'nina') =>
  (await world.as(as).get(`process-instances/${id}/decisions`).expect(200)).body.items;
const lettersTo = async (person: string, id: string): Promise<readonly { title: string; text: string }[]> =>
  (await world.as(person).get(`process-instances/${id}`).expect(200)).body.letters;
const refusalOf = ({ status, body }: request.Response) => [status, body.code, body.errors?.[0]?.path];

const missedStays = async (from: string, to: string): Promise<number> => {
  const { body } = await world.as('nils').get(`missed-deadlines?from=${from}&to=${to}`).expect(200);
  return body.items.find(({ rule }: { rule: string }) => rule === 'D16-3M')?.target ?? 0;
};

describe('scenario 18: a stay that began on Saturday 2026-11-21', () => {
  it('warns the leader on day 75, counts one breach when day 90 is over, demands a plan and goes on', async () => {
    world = await createApiWorld();
    const id = await stayOf('siv', '2026-11-21');

    await until('2027-02-03');
    expect(await tasksOf(id)).not.toContain(warning);
    await until('2027-02-04');
    expect(await tasksOf(id)).toContain(warning);

    await until('2027-02-19');
    expect(await missedStays('2027-01-01', '2027-02-28')).toBe(0);
    expect(await tasksOf(id)).not.toContain(plan);
    await until('2027-02-20');
    expect(await missedStays('2027-02-01', '2027-02-28')).toBe(1);
    expect(await tasksOf(id)).toContain(plan);
    expect(await tasksOf(id, 'liv')).toContain(plan);

    await until('2027-03-20');
    expect(await missedStays('2027-01-01', '2027-03-31')).toBe(1);
    expect(await stateOf(id)).toBe('active');
    expect(await tasksOf(id)).toContain(end);
  }, 120_000);
});

describe('scenario 19: Herberget bans a man at 20:00', () => {
  const evening = '2026-11-24T19:00:00.000Z';
  const heardBoth = {
    botilbudetHort: 'ja',
    botilbudetSier: 'Han slo i bordet.',
    personenHort: 'ja',
    personenSier: 'Jeg ble redd. Det var ikke jeg som begynte.',
  };
  const ban = {
    utestenging: 'ja',
    utestengtTilOn: '2026-12-24',
    resultat: 'delvis',
    vedtakBegrunnelse: 'Vi har hørt dere begge.',
  };

  async function banWanted(): Promise<string> {
    world = await createApiWorld({ now: evening });
    const id = await stayOf('siv', '2026-11-24');
    await createCaseworker(world, 'nina').does(id, follow, { hendelse: 'utestenging' });
    return id;
  }

  it('has another place the same night, a note of what both said, and a new decision that can be appealed', async () => {
    const id = await banWanted();
    const nina = createCaseworker(world, 'nina');
    await nina.does(id, tonight, { nyttSted: 'Pensjonatet', nyttStedFra: 'Klokka 21.30 i kveld' });
    await nina.does(id, hear, heardBoth);
    await nina.does(id, decideAnew, ban);

    expect(refusalOf(await nina.tries(id, approveBan, { godkjent: true }))[1]).toBe('four-eyes');
    expect((await lettersTo('siv', id)).map(({ title }) => title)).not.toContain('Du får et annet sted å sove');
    expect(await decisionsOf(id, 'siv')).toHaveLength(1);
    await createCaseworker(world, 'nils').does(id, approveBan, { godkjent: true });

    const [, anew] = await decisionsOf(id, 'siv');
    expect(anew).toMatchObject({ legalBasis: { id: 'midlertidig-botilbud' }, decidedAt: evening, outcome: 'delvis' });
    expect(anew.appeal).toMatchObject({ body: 'Statsforvalteren', rule: 'D04' });
    const letter = (await lettersTo('siv', id)).find(({ title }) => title === 'Du får et annet sted å sove');
    expect(letter?.text).toContain('Sted: Pensjonatet');
    expect(letter?.text).toContain('sender vi klagen til Statsforvalteren.');
    expect(await tasksOf(id)).toEqual(expect.arrayContaining([follow, end]));
  });

  it('is refused without a place for the night: place-to-sleep-missing, and nothing goes on', async () => {
    const id = await banWanted();

    const answer = await createCaseworker(world, 'nina').tries(id, tonight, { nyttStedFra: 'I kveld' });

    expect(refusalOf(answer)).toEqual([422, 'place-to-sleep-missing', 'nyttSted']);
    expect(await tasksOf(id)).toContain(tonight);
    expect(await tasksOf(id)).not.toContain(hear);
  });

  it.each([
    ['personenHort', { ...heardBoth, personenHort: 'nei', ikkeHortFordi: 'Fant ham ikke.' }],
    ['botilbudetHort', { ...heardBoth, botilbudetHort: 'nei' }],
  ])('is refused where one side was not heard (%s); the man may be moved, but not banned', async (side, heard) => {
    const id = await banWanted();
    const nina = createCaseworker(world, 'nina');
    await nina.does(id, tonight, { nyttSted: 'Pensjonatet', nyttStedFra: 'I kveld' });
    await nina.does(id, hear, heard);

    const answer = await nina.tries(id, decideAnew, ban);
    expect(refusalOf(answer)).toEqual([422, 'hearing-missing', side]);
    expect(await decisionsOf(id)).toHaveLength(1);
    // Saying that somebody was heard does not make it so.
    expect(refusalOf(await nina.tries(id, decideAnew, { ...ban, [side]: 'ja' }))[1]).toBe('hearing-missing');

    await nina.does(id, decideAnew, { ...ban, utestenging: 'nei', resultat: 'innvilget' });
    expect(await decisionsOf(id)).toHaveLength(2);
  });

  it('is never for good: a ban has a last day', async () => {
    const id = await banWanted();
    const nina = createCaseworker(world, 'nina');
    await nina.does(id, tonight, { nyttSted: 'Pensjonatet', nyttStedFra: 'I kveld' });
    await nina.does(id, hear, heardBoth);

    const { utestengtTilOn: _, ...forGood } = ban;
    expect(refusalOf(await nina.tries(id, decideAnew, forGood))).toEqual([400, 'invalid-input', 'utestengtTilOn']);
  });
});

describe('scenario 20: the shelter in Bispegata', () => {
  it('may not be given as a temporary place, and no woman or family is sent to Herberget', async () => {
    world = await createApiWorld();
    const id = await needOf('siv');
    const nina = createCaseworker(world, 'nina');
    await nina.does(id, assess, { ...homeless, husstand: 'kvinne' });

    const given = { ...herberget, oppholdFraOn: '2026-11-23' };
    const bispegata = await nina.tries(id, decide, { ...given, stedstype: 'akuttovernatting' });
    expect(refusalOf(bispegata)).toEqual([400, 'invalid-input', 'stedstype']);
    expect(refusalOf(await nina.tries(id, decide, given))[1]).toBe('place-unfit');
  });
});

describe('scenario 21: a crisis on Saturday 2026-11-21 at 02:00', () => {
  it('shows the way to police and legevakt at once, and gives NAV a task that is due on Monday', async () => {
    world = await createApiWorld({ now: '2026-11-21T01:00:00.000Z' });
    const id = await needOf('siv');

    const { body: route } = await world.as('siv').get('crisis-help').expect(200);
    expect(route).toMatchObject({
      channel: 'vakt',
      contacts: [
        { name: 'Legevakta', phone: '116 117', when: 'Hele døgnet' },
        { name: 'Politiet', phone: '02800', when: 'Hele døgnet' },
      ],
      otherwise: [{ name: 'NAV', phone: '55 55 33 33', when: null }],
      emergency: { name: 'Fare for liv', phone: '113' },
      navOpensAt: '2026-11-23T08:00:00.000Z',
    });
    const [letter] = await lettersTo('siv', id);
    expect(letter?.text).toContain('Legevakt: 116 117');

    const { body } = await world.as('nina').get('user-tasks?filter=all').expect(200);
    expect(body.items).toMatchObject([{ name: assess, deadline: { rule: 'L-KRISE', dueOn: '2026-11-23' } }]);
  });

  it('is NAV’s own on Monday at 09:00: no way to the police, and due the same day', async () => {
    world = await createApiWorld({ now: '2026-11-23T08:00:00.000Z' });
    const id = await needOf('siv');

    const { body: route } = await world.as('siv').get('crisis-help').expect(200);
    expect([route.channel, route.navOpensAt]).toEqual(['nav', null]);
    expect(await lettersTo('siv', id)).toEqual([]);
    const { body } = await world.as('nina').get('user-tasks?filter=all').expect(200);
    expect(body.items[0].deadline.dueOn).toBe('2026-11-23');
  });
});

describe('whom to call', () => {
  it('is told to who is not logged in, with what happens then, and 112 and 116 006 for who is afraid', async () => {
    world = await createApiWorld({ now: '2026-11-23T08:00:00.000Z' });

    const { body: help } = await world.as('nobody').get('crisis-help').expect(200);

    expect(help).toMatchObject({ channel: 'nav', open: { from: '09:00', to: '15:00' }, navOpensAt: null });
    expect(help.contacts).toMatchObject([
      { phone: '55 55 33 33', happens: expect.stringContaining('Si at du mangler et sted å sove i natt.') },
    ]);
    expect(help.otherwise.map(({ phone }: { phone: string }) => phone)).toEqual(['116 117', '02800']);
    expect(help.afraid.map(({ phone }: { phone: string }) => phone)).toEqual(['112', '116 006']);
    expect((await world.as('siv').get('crisis-help').expect(200)).body).toEqual(help);
  });
});

describe('a place to sleep', () => {
  it('is never refused to somebody who has none', async () => {
    world = await createApiWorld();
    const id = await needOf('siv');
    const nina = createCaseworker(world, 'nina');
    await nina.does(id, assess, homeless);

    const no = await nina.tries(id, decide, { resultat: 'avslag', vedtakBegrunnelse: 'Søk selv først.' });

    expect(refusalOf(no)).toEqual([422, 'place-to-sleep-missing', 'harStedASove']);
    expect(await decisionsOf(id)).toEqual([]);
  });

  it('is not ended without the name of the next one', async () => {
    world = await createApiWorld();
    const id = await stayOf('siv', '2026-11-23');
    const nina = createCaseworker(world, 'nina');

    const moved = { slutt: 'annet', flyttetOn: '2026-11-30' };
    expect(refusalOf(await nina.tries(id, end, { ...moved, sovested: ' ' }))).toEqual([
      422,
      'place-to-sleep-missing',
      'sovested',
    ]);
    expect(await stateOf(id)).toBe('active');

    await nina.does(id, end, { ...moved, sovested: 'Hos søsteren' });
    expect(await tasksOf(id)).not.toContain(follow);
  });

  it('and a home to stay in are sought at the same time: each case goes on by itself, and there is one of each', async () => {
    world = await createApiWorld();
    const applied = { process: 'boligtildeling', variables: { manglerSted: true } };
    const { body } = await world.as('siv').post('process-instances', applied).expect(201);
    await world.settle();
    const nina = createCaseworker(world, 'nina');
    const casesOfSiv = async () =>
      (await world.as('siv').get('process-instances').expect(200)).body.items
        .map(({ process }: { process: string }) => process)
        .toSorted();

    expect(await tasksOf(body.processInstanceId, 'kari')).toContain('Kartlegg behov med søker');
    expect(await casesOfSiv()).toEqual(['boligtildeling', 'midlertidig-botilbud']);

    const { body: work } = await world.as('nina').get('user-tasks?filter=all').expect(200);
    const stay = work.items.find(({ name }: { name: string }) => name === assess).case.id;
    await nina.does(stay, assess, homeless);
    await nina.does(stay, decide, { ...herberget, oppholdFraOn: '2026-11-23' });
    expect(await casesOfSiv()).toEqual(['boligtildeling', 'midlertidig-botilbud']);
  });
});
