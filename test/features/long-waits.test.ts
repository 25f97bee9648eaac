import type pg from 'pg';
import { idOf } from '../../src/shared/id.js';
import { PostgresWaitingList } from '../../src/store/cases/postgres-waiting-list.js';
import { createPool } from '../../src/store/pool.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { waitingApplication } from '../support/waiting-application.js';

const tenant = idOf<'Tenant'>('trondheim');

// One test goes on where the one before it stopped: Siv waits since Monday 11 January 2027.
let world: ApiWorld;
let list: PostgresWaitingList;
let pool: pg.Pool;
let siv: string;
beforeAll(async () => {
  world = await createApiWorld({ now: '2027-01-11T09:00:00.000Z' });
  pool = createPool(world.databaseUrl, { max: 1 });
  list = new PostgresWaitingList(pool);
  siv = await waitingApplication(world, 'siv', {});
}, 120_000);
afterAll(async () => {
  await pool.end();
  await world.stop();
});

const until = async (to: string): Promise<void> => {
  await world.ports.demo?.travel.advance(tenant, { to });
};

/** Who was told how long Siv has waited, when, and of how many months. */
async function told(): Promise<readonly string[]> {
  const { body } = await world.as('kari').get(`process-instances/${siv}/notices`).expect(200);
  return body.items
    .filter(({ kind }: { kind: string }) => kind === 'long-wait')
    .map(({ at, to, subject }: Record<'at' | 'to' | 'subject', string>) => `${at.slice(0, 10)} ${to}: ${subject}`)
    .toSorted();
}
const mailTo = (person: string) =>
  world.sentMail.filter(
    ({ to, subject }) => to.startsWith(`${person}@`) && /har ventet på bolig i \d+ mån/.test(subject),
  );

const waitedFor = (months: number) => `Noen har ventet på bolig i ${months} måneder`;

/** Somebody who has stood on the list for long: the row alone, since the case behind it is of no account here. */
const stoodSince = (name: string, enteredAt: string) =>
  list.enter(tenant, {
    ...{ processInstanceId: idOf<'ProcessInstance'>(name), title: `Søknad – ${name}`, enteredAt, need: {} },
  });

it('tells the team on the day on which Siv has waited for 3 months, and nobody the day before', async () => {
  await until('2027-04-10T12:00:00.000Z');
  expect(await told()).toEqual([]);

  await until('2027-04-12T12:00:00.000Z');
  expect(await told()).toEqual([`2027-04-10 bente: ${waitedFor(3)}`, `2027-04-10 bjorn: ${waitedFor(3)}`]);
  expect(mailTo('bjorn')).toMatchObject([{ text: expect.stringContaining(`/saker/${siv}`) }]);
  expect(mailTo('bjorn')[0]?.text).toContain('siden mandag 11. januar 2027');
  expect(mailTo('bjorn')[0]?.text).not.toMatch(/siv dahl/i);
}, 60_000);

it('shows the threshold beside Siv on the list, and how many have passed each', async () => {
  const list = (await world.as('bjorn').get('waiting-list').expect(200)).body;

  expect(list.items).toMatchObject([{ processInstanceId: siv, thresholdMonths: 3 }]);
  expect(list.waits).toEqual([
    { from: 0, to: 3, people: 0 },
    { from: 3, to: 6, people: 1 },
    { from: 6, to: 12, people: 0 },
    { from: 12, to: 24, people: 0 },
    { from: 24, to: null, people: 0 },
  ]);
});

it('tells the leader of the team at once when the municipality makes 5 months long, and Siv has waited for 5, and never again of 3', async () => {
  await until('2027-06-14T09:00:00.000Z');
  expect(await told()).toHaveLength(2);

  const proposal = { value: 5, why: 'Et halvt år er for lenge.' };
  const { body } = await world.as('kari').post('local-choices/ventetidsgrense-2/proposals', proposal).expect(201);
  await world.settle();
  const adopted = { valgTasIBruk: true, valgBegrunnelse: 'Et halvt år er for lenge.' };
  await createCaseworker(world, 'knut').does(body.processInstanceId, 'Avgjør om valget skal tas i bruk', adopted);
  await world.settle();

  expect((await told()).slice(2)).toEqual([`2027-06-14 bente: ${waitedFor(5)}`]);
  expect((await world.as('bjorn').get('waiting-list').expect(200)).body.items).toMatchObject([{ thresholdMonths: 5 }]);
}, 60_000);

it('tells the staff of the municipal director how many have waited for 24 months, not who, and nobody else of those', async () => {
  const before = [mailTo('bjorn').length, mailTo('liv').length];
  await stoodSince('odd', '2025-06-10T08:00:00.000Z');
  await stoodSince('unn', '2025-03-10T08:00:00.000Z');
  await until('2027-06-16T09:00:00.000Z');

  const mail = mailTo('knut');
  expect(mail).toHaveLength(1);
  expect(mail[0]?.subject).toBe(waitedFor(24));
  expect(mail[0]?.text).toContain('Så mange har ventet så lenge eller lenger: 1–4.');
  expect(mail[0]?.text).toContain('/venteliste');
  expect(mail[0]?.text).not.toMatch(/odd|unn|saker/i);
  expect([mailTo('bjorn').length, mailTo('liv').length]).toEqual(before);
}, 60_000);

it('shows those who see figures no band of fewer than 5, and no sum from which it follows', async () => {
  for (const at of [1, 2, 3, 4, 5]) await stoodSince(`ny-${at}`, '2027-06-10T08:00:00.000Z');

  const figures = (await world.as('knut').get('waiting-list').expect(200)).body;
  expect(figures.items).toBeNull();
  expect(figures.waits).toMatchObject([
    { people: 5 },
    { people: 0 },
    { people: null },
    { people: 0 },
    { people: null },
  ]);
});
