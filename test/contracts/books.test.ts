import type pg from 'pg';
import { beSystemOutsideRequests } from '../../src/runtime/reading-as.js';
import { systemActor } from '../../src/runtime/system-actor.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresAllowanceBook } from '../../src/store/access/postgres-allowance-book.js';
import { PostgresCheckpointBook } from '../../src/store/cases/postgres-checkpoint-book.js';
import { PostgresWaitingList } from '../../src/store/cases/postgres-waiting-list.js';
import { PostgresActorRegister } from '../../src/store/people/postgres-actor-register.js';
import { PostgresSessionBook } from '../../src/store/people/postgres-session-book.js';
import { PostgresTenantRegister } from '../../src/store/people/postgres-tenant-register.js';
import { createPool } from '../../src/store/pool.js';
import { PostgresClock } from '../../src/store/postgres-clock.js';
import { PostgresMailbox } from '../../src/store/postgres-mailbox.js';
import { PostgresReceiptBook } from '../../src/store/postgres-receipt-book.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { orkland, trondheim } from '../support/store-world.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  beSystemOutsideRequests();
  database = await createTestDatabase();
  pool = createPool(database.url, { pipeline: true });
  await new PostgresTenantRegister(pool).enter(trondheim, 'Trondheim kommune');
}, 180_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const siv = { id: idOf<'Actor'>('siv'), name: 'Siv Dahl', email: 'siv@boligflyt.test', groups: ['soker'] };
const sak = idOf<'ProcessInstance'>('sak-1');
const at = '2026-11-23T09:00:00.000Z';
const later = '2026-12-01T09:00:00.000Z';

describe('the register of people', () => {
  it('replaces who was known under the same id, and finds the members of any of some groups', async () => {
    const people = new PostgresActorRegister(pool);
    await people.enter(trondheim, { ...siv, name: 'Siv' });
    await people.enter(trondheim, siv);
    await people.enter(trondheim, { ...siv, phone: '+4799999999' });
    await people.enter(trondheim, { id: idOf('kari'), name: 'Kari Nordli', groups: ['hvk', 'bst'] });

    expect(await people.person(trondheim, siv.id)).toEqual({ ...siv, phone: '+4799999999' });
    expect(await people.membersOf(trondheim, ['bst', 'soker'])).toHaveLength(2);
    expect(await people.person(orkland, siv.id)).toBeUndefined();
  });
});

describe('the book of sessions', () => {
  it('finds a person with the groups they have now, until the session has ended', async () => {
    const [people, sessions] = [new PostgresActorRegister(pool), new PostgresSessionBook(pool, pool)];
    await people.enter(trondheim, siv);
    await sessions.open(trondheim, { idHash: 'a1', actor: siv.id, identityToken: 'token', lifetimeSeconds: 3600 });
    await sessions.open(trondheim, { idHash: 'b2', actor: siv.id, lifetimeSeconds: 0 });
    await people.enter(trondheim, { ...siv, groups: ['soker', 'brukerrepresentant'] });

    const person = { ...siv, phone: '+4799999999', groups: ['soker', 'brukerrepresentant'] };
    expect(await sessions.find(trondheim, 'a1')).toEqual({ person, identityToken: 'token' });
    expect(await sessions.find(trondheim, 'b2')).toBeUndefined();

    await sessions.close(trondheim, 'a1');
    expect(await sessions.find(trondheim, 'a1')).toBeUndefined();
  });
});

describe('the allowance of whoever is not logged in', () => {
  const limits = { most: 2, withinMinutes: 10 };
  const inAddress = 7;

  it('lets 2 through in 10 minutes from an address, refuses the third, and lets it through when the first is 10 minutes old', async () => {
    const [allowances, clock] = [new PostgresAllowanceBook(pool), new PostgresClock(pool, 'frozen')];
    const takes = async (time: string, source = inAddress, tenant = trondheim) => {
      await clock.freezeAt(tenant, `2026-11-23T${time}:00.000Z`);
      return allowances.take(tenant, source, limits);
    };
    await new PostgresTenantRegister(pool).enter(orkland, 'Orkland kommune');

    const answers = [];
    for (const time of ['08:00', '08:05', '08:09', '08:10', '08:11']) answers.push(await takes(time));
    expect(answers).toEqual([true, true, false, true, false]);
    expect([await takes('08:11', 8), await takes('08:11', inAddress, orkland)]).toEqual([true, true]);
    await takes('09:00', 9);
    const left = { text: 'select source from stranger_allowance', values: [] };
    expect(await queryInTenant(pool, trondheim, left)).toEqual([{ source: 9 }]);
  });

  it('gives the last of 2 to one of 8 that ask at once', async () => {
    const allowances = new PostgresAllowanceBook(pool);
    expect(await allowances.take(trondheim, 10, limits)).toBe(true);

    const asked = await Promise.all(Array.from({ length: 8 }, () => allowances.take(trondheim, 10, limits)));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });
});

describe('the book of checkpoints', () => {
  it('keeps the newest outcome, also when an older one is repeated late', async () => {
    const book = new PostgresCheckpointBook(pool);
    const checkpoint = { tenant: trondheim, processInstanceId: sak, code: 'MP-B4' };
    await book.write({ ...checkpoint, outcome: 'fravalgt', reason: 'Ingen hadde tid', at });
    await book.write({ ...checkpoint, outcome: 'gjennomfort', at: later });
    await book.write({ ...checkpoint, outcome: 'fravalgt', reason: 'Ingen hadde tid', at });

    const rows = await queryInTenant(pool, trondheim, { text: 'select outcome, reason from checkpoint', values: [] });
    expect(rows).toEqual([{ outcome: 'gjennomfort', reason: null }]);
  });
});

describe('the waiting list', () => {
  it('counts the rounds in a row that missed an entry, names them, and puts the most missed first', async () => {
    const list = new PostgresWaitingList(pool);
    const [first, second] = [idOf<'ProcessInstance'>('v-1'), idOf<'ProcessInstance'>('v-2')];
    await list.enter(trondheim, { processInstanceId: first, title: 'Siv Dahl', enteredAt: at, need: { rom: 2 } });
    await list.enter(trondheim, { processInstanceId: second, title: 'Odd Lund', enteredAt: later, need: {} });
    const review = (processInstanceId: typeof first, round: string, outcome: string, on: string) =>
      list.review(trondheim, { processInstanceId, round, outcome, on });

    await review(second, 'r1', 'ikke-vurdert', '2026-12-08');
    await review(second, 'r2', 'blir-staaende', '2026-12-15');
    await review(second, 'r3', 'ikke-vurdert', '2026-12-22');
    await review(second, 'r4', 'ikke-vurdert', '2026-12-29');
    await review(second, 'r4', 'ikke-vurdert', '2026-12-29');
    await review(first, 'r4', 'blir-staaende', '2026-12-29');

    expect(await list.active(trondheim)).toEqual([
      {
        processInstanceId: second,
        title: 'Odd Lund',
        enteredAt: later,
        need: {},
        circumstances: {},
        lastReviewedOn: '2026-12-15',
        roundsMissed: 2,
      },
      {
        processInstanceId: first,
        title: 'Siv Dahl',
        enteredAt: at,
        need: { rom: 2 },
        circumstances: {},
        lastReviewedOn: '2026-12-29',
        roundsMissed: 0,
      },
    ]);
    expect(await list.missedOn(trondheim, second)).toEqual(['2026-12-22', '2026-12-29']);
    expect(await list.reviewedIn(trondheim, 'r4')).toEqual([first, second]);
    const counted = await list.countOutcomes(trondheim, ['r1', 'r2']);
    expect(counted.toSorted((one, other) => one.round.localeCompare(other.round))).toEqual([
      { round: 'r1', outcome: 'ikke-vurdert', entries: 1 },
      { round: 'r2', outcome: 'blir-staaende', entries: 1 },
    ]);
  });

  it('remembers where the last round moved an entry; a round that missed it leaves that, one that did not move it ends it', async () => {
    const list = new PostgresWaitingList(pool);
    const processInstanceId = idOf<'ProcessInstance'>('v-moved');
    await list.enter(trondheim, { processInstanceId, title: 'Eva Ås', enteredAt: at, need: {} });
    const movedAfter = async (round: string, outcome: string) => {
      await list.review(trondheim, { processInstanceId, round, outcome, on: '2027-04-06' });
      return (await list.find(trondheim, processInstanceId))?.moved;
    };
    expect([await movedAfter('m1', 'opp'), await movedAfter('m2', 'ikke-vurdert')]).toEqual(['opp', 'opp']);
    expect([await movedAfter('m3', 'ned'), await movedAfter('m4', 'uendret')]).toEqual(['ned', undefined]);
  });

  it('keeps what counts in the priority key, lets it be corrected, and keeps with an outcome where the key put the entry', async () => {
    const list = new PostgresWaitingList(pool);
    const processInstanceId = idOf<'ProcessInstance'>('v-4');
    const known = { utrygtNa: true, uegnetBolig: true };
    await list.enter(trondheim, { processInstanceId, title: 'Ida Vik', enteredAt: at, need: {}, circumstances: known });

    await list.correct(trondheim, processInstanceId, { utrygtNa: null, barnIHusstanden: true });
    const placement = { regelVersjon: 2, plassgruppe: 2, grunner: [{ vilkar: 'C', grunn: 'Har barn i husstanden' }] };
    const review = { processInstanceId, outcome: 'uendret', on: '2027-03-02' };
    await list.review(trondheim, { ...review, round: 'r9', placement });
    await list.review(trondheim, { ...review, round: 'r9', placement: { regelVersjon: 3 } });
    await list.review(trondheim, { ...review, round: 'r10', on: '2027-03-09', reason: 'Ingen bolig' });

    const found = await list.find(trondheim, processInstanceId);
    expect(found?.circumstances).toEqual({ utrygtNa: null, uegnetBolig: true, barnIHusstanden: true });
    expect(await list.reviews(trondheim, { from: '2027-03-01', to: '2027-03-31' })).toEqual([
      { ...review, round: 'r9', title: 'Ida Vik', placement },
      { ...review, round: 'r10', on: '2027-03-09', title: 'Ida Vik', reason: 'Ingen bolig' },
    ]);
    const ofFirst = { from: '2027-03-01', to: '2027-03-31', processInstanceId: idOf<'ProcessInstance'>('v-1') };
    expect(await list.reviews(trondheim, ofFirst)).toEqual([]);
    await list.leave(trondheim, { processInstanceId, reason: 'Tilbud', at: later });
    expect(await list.find(trondheim, processInstanceId)).toBeUndefined();
  });

  it('forgets nobody who comes back, and brings nobody back by repeating', async () => {
    const list = new PostgresWaitingList(pool);
    const entry = { processInstanceId: idOf<'ProcessInstance'>('v-3'), title: 'Mona Berg', enteredAt: at, need: {} };
    const names = async () => (await list.active(trondheim)).map(({ title }) => title);

    await list.enter(trondheim, entry);
    await list.leave(trondheim, { processInstanceId: entry.processInstanceId, reason: 'Tilbud', at: later });
    await list.enter(trondheim, entry);
    expect(await names()).not.toContain('Mona Berg');

    await list.enter(trondheim, { ...entry, enteredAt: '2026-12-10T09:00:00.000Z' });
    expect(await names()).toContain('Mona Berg');
  });

  it('changes what an entry needs and keeps its date, and changes nothing of one that does not wait', async () => {
    const list = new PostgresWaitingList(pool);
    const id = idOf<'ProcessInstance'>('v-nytt-behov');
    const need = { boligtype: 'Leilighet', bygg: 'jar', omrade: 'Lade' };
    await list.enter(trondheim, { processInstanceId: id, title: 'Rune Haug', enteredAt: at, need });

    expect(await list.changeNeed(trondheim, id, { boligtype: 'Småhus', bygg: null })).toBe(at);
    expect(await list.active(trondheim)).toContainEqual(
      expect.objectContaining({ enteredAt: at, need: { boligtype: 'Småhus', omrade: 'Lade' } }),
    );
    await list.leave(trondheim, { processInstanceId: id, reason: 'Flyttet', at: later });
    expect(await list.changeNeed(trondheim, id, { omrade: 'Byåsen' })).toBeUndefined();
  });
});

describe('the mailbox of the demo', () => {
  it('keeps a message that was received twice once', async () => {
    const mailbox = new PostgresMailbox(pool);
    const mail = {
      id: '<1@boligflyt>',
      to: 'siv@boligflyt.test',
      from: 'post@trondheim.test',
      subject: 'Vedtak',
      text: 'Hei',
    };
    await mailbox.receive(trondheim, { ...mail, attachments: [{ name: 'frist.ics', type: 'text/calendar' }] });
    await mailbox.receive(trondheim, { ...mail, attachments: [] });

    expect(await mailbox.list(trondheim)).toMatchObject([{ ...mail, attachments: [{ name: 'frist.ics' }] }]);
    expect(await mailbox.list(orkland)).toEqual([]);
  });
});

describe('the book of receipts', () => {
  it('keeps the first answer', async () => {
    const book = new PostgresReceiptBook(pool);
    await book.write(trondheim, siv.id, { key: 'k', requestHash: 'a', body: { now: at } });
    await book.write(trondheim, siv.id, { key: 'k', requestHash: 'b', body: {} });

    expect(await book.find(trondheim, siv.id, 'k')).toEqual({ requestHash: 'a', body: { now: at } });
    expect(await book.find(trondheim, idOf('kari'), 'k')).toBeUndefined();
  });

  it('forgets after 30 days what people wrote, and neither what the system wrote nor the receipts of a case', async () => {
    const book = new PostgresReceiptBook(pool);
    const written = { requestHash: 'a', body: {} };
    for (const actor of [siv.id, systemActor.id]) await book.write(trondheim, actor, { key: 'gammel', ...written });
    const ofCase = `insert into command_receipt (tenant, actor, key, request_hash, instance, revision, at)
      values ($1, $2, 'sak', 'a', 'sak-1', 1, now())`;
    await queryInTenant(pool, trondheim, { text: ofCase, values: [trondheim, siv.id] });
    const daysAgo = (days: number) =>
      queryInTenant(pool, trondheim, {
        text: `update command_receipt set at = boligflyt_now() - $2 * interval '1 day' where tenant = $1`,
        values: [trondheim, days],
      });

    await daysAgo(29.9);
    const before = await book.forgetOld(trondheim);
    await daysAgo(30.1);
    await book.write(trondheim, siv.id, { key: 'ny', ...written });
    await book.forgetOld(trondheim);

    expect(before).toBe(0);
    expect(await book.find(trondheim, siv.id, 'gammel')).toBeUndefined();
    expect(await book.find(trondheim, siv.id, 'ny')).toBeDefined();
    expect(await book.find(trondheim, siv.id, 'sak')).toBeDefined();
    expect(await book.find(trondheim, systemActor.id, 'gammel')).toBeDefined();
  });
});
