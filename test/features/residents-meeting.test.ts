import pg from 'pg';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const building = {
  ...{ id: 'tun', name: 'Tunet', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
};
const home = {
  ...{ id: 'tun-1', name: 'Hus 1', building: 'tun', boligtype: 'Småhus', egenskaper: [] },
  ...{ disposisjonsform: 'Eid', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
  ...{ leieTilEiePotensial: false, status: 'i-bruk' },
};
const plan = 'Planlegg beboermøtet';
const hold = 'Hold beboermøtet';
const share = 'Fordel saken';
const answer = 'Svar beboerne';
const when = { motedato: '2026-12-08', moteklokke: '17.30', motested: 'Fellesstua' };
const held = { holdtOn: '2026-12-08', antallMott: 4, kontaktpersonValgt: 'ja', aktiviteter: 3, fellesmaltider: 1 };

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-11-24T08:00:00.000Z' });
  await world.as('bjorn').post('buildings', building).expect(201);
  await world.as('bjorn').post('homes', home).expect(201);
  await world.as('tor').post('homes/tun-1/tenancies', { person: 'siv', fromOn: '2026-11-01' }).expect(201);
}, 120_000);
afterAll(() => world.stop());

const at = (person: string) => createCaseworker(world, person);
interface Meeting {
  readonly reason: string;
  readonly state: string;
}
// Meetings of one moment are in no order: the newest is told by why it was called.
const meetingsFor = async (person: string) => {
  const { body } = await world.as(person).get('buildings/tun/meetings').expect(200);
  const byReason = (one: Meeting, other: Meeting) => one.reason.localeCompare(other.reason);
  return { ...body, meetings: body.meetings.toSorted(byReason) };
};

/** What agenda items and everything else in the database know of Siv. */
async function placesThatKnowSiv(): Promise<number> {
  const client = new pg.Client(world.databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const counts = rows.map(({ name }) => String.raw`(select count(*) from ${name} t where t::text ~* '\msiv\M')`);
    const { rows: sums } = await client.query<{ sum: string }>(`select (${counts.join(' + ')})::text as sum`);
    return Number(sums[0]?.sum);
  } finally {
    await client.end();
  }
}

it('residents say what to talk about and nobody knows who; each item gets an owner and an answer in 14 days; the next meeting opens with it', async () => {
  const { body: started } = await world
    .as('rita')
    .post('process-instances', { process: 'beboermote', variables: { bygg: 'tun', grunn: 'onske' } })
    .expect(201);
  await world.settle();
  const id: string = started.processInstanceId;
  const before = await placesThatKnowSiv();
  await world.as('siv').post('buildings/tun/agenda-items', { text: 'Vi savner felles middag.' }).expect(201);
  expect(await placesThatKnowSiv()).toBe(before);
  const mayRaise = async (person: string) => (await meetingsFor(person)).mayRaise;
  expect([await mayRaise('siv'), await mayRaise('berit'), await mayRaise('kari')]).toEqual([true, true, false]);
  await world.as('odd').post('buildings/tun/agenda-items', { text: 'Jeg bor ikke her.' }).expect(404);

  await at('rita').does(id, plan, when);
  const mail = world.sentMail.find(({ to, calendar }) => to.startsWith('siv@') && calendar !== undefined);
  expect(mail?.calendar).toBeDefined();
  await at('rita').does(id, hold, { ...held, sakerFraMotet: ['Lyset i gangen er borte.'] });

  expect(await meetingsFor('siv')).toMatchObject({
    contactElectedOn: '2026-12-08',
    waiting: [],
    meetings: [
      { state: 'kalt', reason: 'fast' },
      { id, state: 'holdt', attendance: 4, activities: 3, meals: 1, items: [{ outcome: null }, { outcome: null }] },
    ],
  });

  const light = await at('rita').caseWith(share);
  const { body: tasks } = await world.as('rita').get('user-tasks?filter=all').expect(200);
  const cases = tasks.items.filter(({ name }: { readonly name: string }) => name === share);
  expect(cases).toHaveLength(2);
  for (const { case: item } of cases) {
    const isLight = item.id === light;
    await at('rita').does(item.id, share, { sakSlag: isLight ? 'feil' : 'aktiviteter', sakEier: 'botiltaksleder' });
    const { body: open } = await world.as('rita').get('user-tasks?filter=all').expect(200);
    const task = open.items.find(
      (one: { readonly name: string; readonly case: { readonly id: string } }) =>
        one.name === answer && one.case.id === item.id,
    );
    expect(task.deadline).toMatchObject({ rule: 'L-BEBOERMOTE-SVAR', dueOn: '2026-12-22' });
    await at('rita').does(item.id, answer, { sakUtfall: isLight ? 'gjort' : 'ikke', sakSvar: `Svar ${isLight}.` });
  }

  expect((await meetingsFor('berit')).meetings[1]).toMatchObject({
    state: 'besvart',
    items: [{ answeredOn: '2026-11-24' }, { answeredOn: '2026-11-24' }],
  });
  const repairs = await world.as('tor').get('process-instances?process=vedlikehold').expect(200);
  expect(repairs.body.items).toHaveLength(1);
  const { body: board } = await world.as('rita').get(`process-instances/${id}`).expect(200);
  const told = board.letters.find(({ title }: { readonly title: string }) => title === 'Du sa – vi gjorde');
  expect(told.text).toMatch(/Dere sa: .* – Vi gjorde: Svar true/);
  expect(told.text).toMatch(/Dere sa: .* – Derfor ikke: Svar false/);
});

it('scenario 34: the sixth report of unsafety in a month calls the residents of the building to a meeting', async () => {
  const report = { building: 'tun', kind: 'brak', text: 'Bråk hver natt.', anonymous: true };
  for (const _ of [1, 2, 3, 4, 5]) {
    await world.as('siv').post('safety-reports', report).expect(201);
    await world.settle();
  }
  const reasons = async () =>
    (await meetingsFor('rita')).meetings.map(({ reason, state }: Meeting) => `${reason} ${state}`);
  // The next regular meeting waits until two weeks before its day.
  expect(await reasons()).toEqual(['fast kalt', 'onske besvart']);
  await expect(at('rita').caseWith(plan)).rejects.toThrow(plan);

  await world.as('siv').post('safety-reports', report).expect(201);
  await world.settle();

  const id = await at('rita').caseWith(plan);
  await at('rita').does(id, plan, { ...when, motedato: '2026-11-27' });
  const { body: tasks } = await world.as('rita').get('user-tasks?filter=all').expect(200);
  const task = tasks.items.find(({ name }: { readonly name: string }) => name === hold);
  const { body: opened } = await world.as('rita').get(`user-tasks/${task.id}`).expect(200);
  expect(JSON.stringify(opened)).toMatch(/Dere sa: .* – Vi gjorde: Svar true/);
  expect(await reasons()).toEqual(['onske besvart', 'utrygghet avtalt']);
  expect(await at('bente').caseWith('Bestem om tildelingen skal stanses')).toBeDefined();
});
