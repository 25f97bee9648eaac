import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { idOf } from '../../src/shared/id.js';
import { PostgresCaseKeepers } from '../../src/store/notices/postgres-case-keepers.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker, type Caseworker } from '../support/caseworker.js';
import { arrival, sendDecision, type SentDecision } from '../support/sent-decision.js';

let world: ApiWorld;
let kari: Caseworker;
beforeEach(async () => {
  world = await createApiWorld();
  kari = createCaseworker(world, 'kari');
});
afterEach(() => world.stop());

const decided = (): Promise<SentDecision> => sendDecision(world, kari);
const open = async (person: string, letter: string): Promise<void> => {
  await world.as(person).get(`letters/${letter}/pdf`).responseType('blob').expect(200);
  await world.settle();
};
/** Unfolds the letter where it stands on the page. */
const unfold = async (person: string, letter: string, status = 200): Promise<void> => {
  await world.as(person).post(`letters/${letter}/openings`, {}).expect(status);
  await world.settle();
};
const advance = async (...steps: readonly ('day' | 'week')[]): Promise<void> => {
  for (const by of steps) await world.as('kari').post('demo/clock/advance', { by }).expect(200);
  await world.settle();
};
const read = async (decision: string, person = 'siv') =>
  (await world.as(person).get(`decisions/${decision}`).expect(200)).body;
const arrivalsTold = async (caseId: string): Promise<readonly string[]> => {
  const { body } = await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
  return body.items.flatMap(({ text }: { text: string }) => (text.includes('brevet med vedtaket') ? [text] : []));
};
/** A lawyer acts for Siv from 1 November. */
const appointLawyer = async (): Promise<void> => {
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
  const lawyer = { kind: 'fullmektig', name: 'Gatejuristen', fromOn: '2026-11-01', actor: 'jurist' };
  await world.as('kari').post('persons/siv/representatives', lawyer).set('if-match', '"1"').expect(200);
};

it('starts the three weeks of § 29 on the day the person opens the letter: opened 25 November, 16 December is the last day', async () => {
  const { caseId, decision, letter } = await decided();
  await advance('day', 'day');
  expect(await kari.openTasks(caseId)).toContain(arrival);

  await open('siv', letter);

  expect(await kari.openTasks(caseId)).not.toContain(arrival);
  expect(await read(decision)).toMatchObject({
    reachedOn: '2026-11-25',
    appeal: { rule: 'D04', dueOn: '2026-12-16' },
  });
});

it('tells in the case who opened the letter and when, and a second opening a week later changes nothing', async () => {
  const { caseId, decision, letter } = await decided();
  await open('siv', letter);
  await advance('week');
  await open('siv', letter);

  const { body } = await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
  const told = body.items.filter(({ text }: { text: string }) => text.includes('brevet med vedtaket'));
  expect(told).toMatchObject([
    {
      at: expect.stringMatching(/^2026-11-23/),
      text: 'Siv Dahl lastet ned brevet med vedtaket. Klagefristen løper fra denne dagen.',
    },
  ]);
  expect((await read(decision)).reachedOn).toBe('2026-11-23');
});

it('counts the opening of who acts for the person as theirs', async () => {
  await appointLawyer();
  const { decision, letter } = await decided();

  await open('jurist', letter);

  expect((await read(decision)).reachedOn).toBe('2026-11-23');
});

it('starts nothing when staff open the letter, or the person opens another letter of the case', async () => {
  const { caseId, decision, letter, receipt } = await decided();

  await open('kari', letter);
  await open('siv', receipt);

  expect(await kari.openTasks(caseId)).toContain(arrival);
  expect((await read(decision)).reachedOn).toBeNull();
});

it('is told once when the letter is opened twice at the same moment', async () => {
  const { caseId, decision, letter } = await decided();

  await Promise.all([open('siv', letter), open('siv', letter)]);

  expect(await arrivalsTold(caseId)).toHaveLength(1);
  expect((await read(decision)).reachedOn).toBe('2026-11-23');
});

it('lets the day stand that staff wrote down before the person opened the letter', async () => {
  const { caseId, decision, letter } = await decided();
  await kari.does(caseId, arrival, { vedtakMottattOn: '2026-11-23', mottakBevis: 'post' });
  await advance('day');

  await open('siv', letter);

  expect((await read(decision)).reachedOn).toBe('2026-11-23');
});

it('leaves the case with Kari, who decided: that Boligflyt wrote the day down gives it to nobody else', async () => {
  const { caseId, letter } = await decided();
  await advance('day');
  await open('siv', letter);

  const pool = new pg.Pool({ connectionString: world.databaseUrl });
  const keeper = await new PostgresCaseKeepers(pool).keeperOf(idOf('trondheim'), idOf(caseId));
  await pool.end();

  expect(keeper).toBe('kari');
});

describe('a decision that was sent digitally on Monday 23 November, and that nobody opens', () => {
  const unopened = 'Du har en melding fra Trondheim kommune som ikke er åpnet';
  /** The days on which somebody was told once more, as the case shows it. */
  const toldAgain = async (caseId: string): Promise<readonly string[]> => {
    const { body } = await world.as('kari').get(`process-instances/${caseId}/notices`).expect(200);
    return body.items
      .filter(({ subject }: { subject: string }) => subject === unopened)
      .map(({ sentAt }: { sentAt: string }) => sentAt.slice(0, 10));
  };

  it('D04B: is told of a second time after 1 week, on 30 November and not on the 29th, and never a third time', async () => {
    const { caseId } = await decided();
    await advance('day', 'day', 'day', 'day', 'day', 'day');
    expect(await toldAgain(caseId)).toEqual([]);

    await advance('day');

    expect(await toldAgain(caseId)).toEqual(['2026-11-30']);
    const mail = world.sentMail.find(({ subject }) => subject === unopened);
    expect(mail?.text).toContain('Den er ikke åpnet.');
    expect(mail?.text).not.toMatch(/vedtak|bolig[^f]/i);
    await advance('week', 'week');
    expect(await toldAgain(caseId)).toEqual(['2026-11-30']);
  });

  it('D04B: is told of no more where Siv opened it on the sixth day, or Kari wrote down that she got it on paper', async () => {
    const [opened, onPaper] = [await decided(), await decided()];
    await advance('day', 'day', 'day', 'day', 'day', 'day');
    await unfold('siv', opened.letter);
    await kari.does(onPaper.caseId, arrival, { vedtakMottattOn: '2026-11-29', mottakBevis: 'post' });

    await advance('week');

    expect([await toldAgain(opened.caseId), await toldAgain(onPaper.caseId)]).toEqual([[], []]);
  });

  it('D04B: is told of to Siv and to who acts for her, once each by two servers that look at the same moment', async () => {
    await appointLawyer();
    const { caseId } = await decided();
    const twin = await world.twin();

    const wind = (as: ApiWorld['as']) => as('kari').post('demo/clock/advance', { by: 'week' });
    await Promise.all([wind(world.as), wind(twin)]);
    await world.settle();

    expect(await toldAgain(caseId)).toEqual(['2026-11-30', '2026-11-30']);
  });
});

describe('a letter that is unfolded on the page', () => {
  it('starts the three weeks as a download does: read on 24 November, 15 December is the last day', async () => {
    const { caseId, decision, letter } = await decided();
    await advance('day');

    await unfold('siv', letter);

    expect(await read(decision)).toMatchObject({
      ...{ reachedOn: '2026-11-24', reachedHow: 'apnet', reachedBy: 'Siv Dahl' },
      appeal: { rule: 'D04', dueOn: '2026-12-15' },
    });
    expect(await arrivalsTold(caseId)).toEqual([
      'Siv Dahl åpnet brevet med vedtaket. Klagefristen løper fra denne dagen.',
    ]);
  });

  it('counts where who acts for the person unfolds it', async () => {
    await appointLawyer();
    const { caseId, decision, letter } = await decided();
    const { body: journey } = await world.as('jurist').get(`journeys/${caseId}`).expect(200);

    await unfold('jurist', letter);

    expect(journey.isToReader).toBe(true);
    expect(await read(decision)).toMatchObject({ reachedOn: '2026-11-23', reachedHow: 'apnet', reachedBy: 'jurist' });
  });

  it('is told once by the same key, by another key, and by a download a week later', async () => {
    const { caseId, decision, letter } = await decided();
    const ask = () => world.as('siv').post(`letters/${letter}/openings`, {}).set('idempotency-key', 'brev-1');

    const [first, again] = [await ask().expect(200), await ask().expect(200)];
    await unfold('siv', letter);
    await advance('week');
    await open('siv', letter);

    expect(again.body).toEqual(first.body);
    expect(await arrivalsTold(caseId)).toHaveLength(1);
    expect(await read(decision)).toMatchObject({ reachedOn: '2026-11-23', reachedHow: 'apnet' });
  });

  it('is 404 for staff who read it, for a leader, and for another applicant: nothing starts', async () => {
    const { caseId, decision, letter } = await decided();
    const { body: journey } = await world.as('kari').get(`journeys/${caseId}`).expect(200);

    for (const person of ['kari', 'liv', 'ola']) await unfold(person, letter, 404);

    expect(journey.isToReader).toBe(false);
    expect(await kari.openTasks(caseId)).toContain(arrival);
    expect((await read(decision)).reachedOn).toBeNull();
  });

  it('starts nothing where it is another letter of the case', async () => {
    const { decision, receipt } = await decided();

    await unfold('siv', receipt);

    expect((await read(decision)).reachedOn).toBeNull();
  });
});

describe('how it is known that a decision arrived', () => {
  it('is that the person downloaded the letter', async () => {
    const { decision, letter } = await decided();

    await open('siv', letter);

    expect(await read(decision, 'kari')).toMatchObject({ reachedHow: 'lastet-ned', reachedBy: 'Siv Dahl' });
  });

  it('is told of a download from before ways were told apart, too: the journal remembers it', async () => {
    const { decision, letter } = await decided();
    await open('siv', letter);
    const pool = new pg.Pool({ connectionString: world.databaseUrl });
    // As it was written then, in the register and in the journal.
    await pool.query(`update case_decision set reached_how = 'digitalt', reached_by = null`);
    await pool.query(`update journal set events = replace(events::text, '"lastet-ned"', '"digitalt"')::json`);
    const migration = await readFile('prisma/migrations/20261123150000_arrival_evidence/migration.sql', 'utf8');

    await pool.query(migration.slice(migration.indexOf('ALTER TABLE "case_decision" NO FORCE')));
    await pool.end();

    expect(await read(decision, 'kari')).toMatchObject({ reachedHow: 'lastet-ned', reachedBy: 'Siv Dahl' });
  });

  it.each(['digitalt', 'post', 'muntlig'])('is what Kari wrote down, «%s»; her name is told to staff', async (way) => {
    const { caseId, decision } = await decided();

    await kari.does(caseId, arrival, { vedtakMottattOn: '2026-11-23', mottakBevis: way });

    expect(await read(decision, 'kari')).toMatchObject({ reachedHow: way, reachedBy: 'Kari Nordli' });
    expect(await read(decision, 'siv')).toMatchObject({ reachedHow: way, reachedBy: null });
  });
});
