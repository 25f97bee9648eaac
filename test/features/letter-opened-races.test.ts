import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type request from 'supertest';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker, type Caseworker } from '../support/caseworker.js';
import { arrival, sendDecision, type SentDecision } from '../support/sent-decision.js';

let world: ApiWorld;
let kari: Caseworker;
let database: pg.Pool;
beforeEach(async () => {
  world = await createApiWorld();
  kari = createCaseworker(world, 'kari');
  database = new pg.Pool({ connectionString: world.databaseUrl });
  // The pool says that it has ended before its connections have, and the database is dropped behind it.
  database.on('error', () => undefined);
}, 180_000);
afterEach(async () => {
  await database.end();
  await world.stop();
});

type Ask = () => request.Test;

/** How many sessions of the database wait for somebody else's lock. */
const waiting = async (): Promise<number> => {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
};

/** Lets all of them reach the case before any of them gets it: PostgreSQL then lets them in, one after the other, in this order. */
async function atOnce(caseId: string, asked: readonly Ask[]): Promise<readonly number[]> {
  const gate = await database.connect();
  await gate.query('begin');
  await gate.query('select from process_instance where id = $1 for update', [caseId]);
  const answers: Promise<number>[] = [];
  for (const ask of asked) {
    answers.push(Promise.resolve(ask().then(({ status }) => status)));
    while ((await waiting()) < answers.length);
  }
  await gate.query('commit');
  gate.release();
  const statuses = await Promise.all(answers);
  await world.settle();
  return statuses;
}

const download =
  ({ letter }: SentDecision, as: ApiWorld['as']): Ask =>
  () =>
    as('siv').get(`letters/${letter}/pdf`).responseType('blob');

const unfold =
  ({ letter }: SentDecision, as: ApiWorld['as']): Ask =>
  () =>
    as('siv').post(`letters/${letter}/openings`, {});

/** Kari has the task open and has filled it in. */
async function typing({ caseId }: SentDecision, as: ApiWorld['as']): Promise<Ask> {
  const { body } = await world.as('kari').get('user-tasks?filter=all').expect(200);
  const task = body.items.find((one: { name: string; case: { id: string } }) => {
    return one.name === arrival && one.case.id === caseId;
  });
  await world.as('kari').post(`user-tasks/${task.id}/claim`).expect(200);
  const { headers } = await world.as('kari').get(`user-tasks/${task.id}`).expect(200);
  const variables = { vedtakMottattOn: '2026-11-20', mottakBevis: 'muntlig' };
  return () =>
    as('kari')
      .post(`user-tasks/${task.id}/complete`, { variables })
      .set('if-match', headers['etag'] ?? '');
}

/** What became of it: how often the day was written down, how many clocks run, and what the decision says. */
async function outcome({ caseId, decision }: SentDecision) {
  const { rows } = await database.query(
    `select (select count(*)::int from journal_event where instance = $1 and type = 'UserTaskCompleted'
        and payload ->> 'node' = 'registrer-mottak') as told,
      (select count(*)::int from timer where instance = $1 and node = 'klagefrist') as clocks`,
    [caseId],
  );
  const { body } = await world.as('siv').get(`decisions/${decision}`).expect(200);
  return { ...rows[0], on: body.reachedOn, how: body.reachedHow, dueOn: body.appeal.dueOn };
}

describe('two who tell at the same moment, through two servers, that the letter has come', () => {
  it('start one clock: the download comes first, and what Kari typed is refused', async () => {
    const sent = await sendDecision(world, kari);
    const twin = await world.twin();

    const statuses = await atOnce(sent.caseId, [download(sent, world.as), await typing(sent, twin)]);

    expect(statuses).toEqual([200, 409]);
    expect(await outcome(sent)).toEqual({
      ...{ told: 1, clocks: 1, on: '2026-11-23', how: 'lastet-ned', dueOn: '2026-12-14' },
    });
  });

  it('start one clock: what Kari typed comes first, and stands; Siv gets her letter all the same', async () => {
    const sent = await sendDecision(world, kari);
    const twin = await world.twin();

    const statuses = await atOnce(sent.caseId, [await typing(sent, world.as), download(sent, twin)]);

    expect(statuses).toEqual([200, 200]);
    expect(await outcome(sent)).toEqual({
      ...{ told: 1, clocks: 1, on: '2026-11-20', how: 'muntlig', dueOn: '2026-12-11' },
    });
  });

  it('start one clock where Siv unfolds the letter on her phone while it is downloaded', async () => {
    const sent = await sendDecision(world, kari);
    const twin = await world.twin();

    const statuses = await atOnce(sent.caseId, [unfold(sent, twin), download(sent, world.as)]);

    expect(statuses).toEqual([200, 200]);
    expect(await outcome(sent)).toEqual({
      ...{ told: 1, clocks: 1, on: '2026-11-23', how: 'apnet', dueOn: '2026-12-14' },
    });
  });
});

describe('a case that follows an older diagram than the newest', () => {
  const deploy = async (change: (xml: string) => string): Promise<void> => {
    const content = change(await readFile('workflows/boligtildeling/boligtildeling.bpmn', 'utf8'));
    await world
      .as('ada')
      .post('definitions', { files: [{ name: 'boligtildeling.bpmn', content }] })
      .expect(201);
  };
  const withoutRegister = (xml: string): string => xml.replace(' boligflyt:register="vedtak-mottatt"', '');

  it('starts its clock as its own diagram says, though the newest one no longer waits for the letter', async () => {
    const sent = await sendDecision(world, kari);
    await deploy(withoutRegister);

    await download(sent, world.as)().expect(200);
    await world.settle();

    expect(await outcome(sent)).toMatchObject({ told: 1, clocks: 1, how: 'lastet-ned', dueOn: '2026-12-14' });
  });

  it('waits for staff where its own diagram is from before letters started clocks; the letter opens', async () => {
    await deploy(withoutRegister);
    const sent = await sendDecision(world, kari);
    await deploy((xml) => xml);

    await download(sent, world.as)().expect(200);
    await unfold(sent, world.as)().expect(200);
    await world.settle();

    expect(await outcome(sent)).toMatchObject({ told: 0, clocks: 0, on: null });
    expect(await kari.openTasks(sent.caseId)).toContain(arrival);
  });
});
