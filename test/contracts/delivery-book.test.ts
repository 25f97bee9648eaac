import type { ClaimedMessage, NotificationRow } from '../../src/runtime/notice-ports.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresDeliveryBook } from '../../src/store/notices/postgres-delivery-book.js';
import { PostgresMessageReader } from '../../src/store/notices/postgres-message-reader.js';
import { PostgresNotificationBook } from '../../src/store/notices/postgres-notification-book.js';
import { withTenant } from '../../src/store/with-tenant.js';
import {
  createPostgresWorld,
  orkland,
  trondheim,
  withoutTimedStarts,
  type PostgresWorld,
} from '../support/store-world.js';

let world: PostgresWorld;
let book: PostgresDeliveryBook;
let notifications: PostgresNotificationBook;
beforeEach(async () => {
  world = await createPostgresWorld();
  await withoutTimedStarts(world);
  book = new PostgresDeliveryBook(world.pool);
  notifications = new PostgresNotificationBook(world.pool);
}, 180_000);
afterEach(() => world.stop());

const sak = idOf<'ProcessInstance'>('sak-1');
const kari = idOf<'Actor'>('kari');

async function message(key: string, more: Partial<NotificationRow> = {}): Promise<NotificationRow> {
  const at = await world.clock.now(trondheim);
  return {
    ...{ tenant: trondheim, key, processInstanceId: sak, to: kari, kind: 'reminder', subject: key, text: 'Hei', at },
    ...{ channel: 'email', address: 'kari@boligflyt.test', language: 'nb', notBefore: at },
    ...{ joinsSummary: false, stopsWithTask: false, ...more },
  };
}

const write = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await notifications.write(await message(key));
};
const waitingKeys = async () => (await book.waiting(trondheim, 99)).map(({ key }) => key);
const claimOne = async (key: string): Promise<ClaimedMessage> => {
  const [claimed] = await book.claim(trondheim, [key]);
  if (claimed === undefined) throw new Error(`Expected '${key}' to wait`);
  return claimed;
};
const rows = () => new PostgresMessageReader(world.pool).ofCase(trondheim, sak);
const letLeaseEnd = () =>
  withTenant(world.pool, trondheim, (transaction) =>
    transaction.query(`update notification set claimed_until = clock_timestamp() where state = 'sending'`),
  );

describe('a message on its way', () => {
  it('is written once, is in one hand however many reach for it, and is sent once', async () => {
    await write('m1', 'm1');

    const claimed = await Promise.all(Array.from({ length: 20 }, () => book.claim(trondheim, ['m1'])));
    const [only] = claimed.flat();
    if (only !== undefined) await book.settle(only, { outcome: 'sent', providerId: '<m1@boligflyt>' });

    expect(claimed.flat()).toHaveLength(1);
    expect(await waitingKeys()).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1, mayBeDoubled: false }]);
  });

  it('that nobody said the end of is sent again after its lease, and says that it may be doubled', async () => {
    await write('m1');
    const lost = await claimOne('m1');
    expect(await waitingKeys()).toEqual([]);

    await letLeaseEnd();
    expect(await waitingKeys()).toEqual(['m1']);
    const again = await claimOne('m1');
    await book.settle(lost, { outcome: 'failed', reason: 'Sent for sent' });
    await book.settle(again, { outcome: 'sent', providerId: '<m1@boligflyt>' });

    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2, mayBeDoubled: true }]);
  });

  it('that a channel could not take rests, one that it never will has failed, and both say why', async () => {
    await write('m1', 'm2');
    await book.settle(await claimOne('m1'), { outcome: 'later', reason: 'Opptatt', restSeconds: 600 });
    await book.settle(await claimOne('m2'), { outcome: 'failed', reason: 'Ukjent adresse' });

    expect(await waitingKeys()).toEqual([]);
    expect(await rows()).toMatchObject([
      { key: 'm1', state: 'queued', failure: 'Opptatt' },
      { key: 'm2', state: 'failed', failure: 'Ukjent adresse' },
    ]);
  });

  it('waits until its time by the municipality’s clock, which is told so', async () => {
    await notifications.write(await message('m1', { notBefore: '2026-11-25T06:00:00.000Z' }));
    expect([await waitingKeys(), await world.outbox.nextWorkAt(trondheim)]).toEqual([[], '2026-11-25T06:00:00.000Z']);

    await world.clock.moveTo(trondheim, '2026-11-25T06:00:00.000Z');

    expect([await waitingKeys(), await world.outbox.nextWorkAt(trondheim)]).toEqual([['m1'], undefined]);
    expect(await book.waiting(orkland, 99)).toEqual([]);
  });
});

describe('a summary', () => {
  it('takes the place of its messages once, whoever else puts one there at the same moment', async () => {
    await write('m1', 'm2', 'm3');
    const summary = await message('summary/m1', { kind: 'summary', processInstanceId: idOf('') });

    const merged = await Promise.all([1, 2, 3].map(() => book.merge(summary, ['m1', 'm2', 'm3'])));

    expect(merged.filter(Boolean)).toHaveLength(1);
    expect(await waitingKeys()).toEqual(['summary/m1']);
    expect(await book.casesOf(trondheim, 'summary/m1')).toEqual([sak]);
  });

  it('is not written when one of its messages is on its way already', async () => {
    await write('m1', 'm2');
    await claimOne('m2');

    expect(await book.merge(await message('summary/m1', { kind: 'summary' }), ['m1', 'm2'])).toBe(false);
    expect(await waitingKeys()).toEqual(['m1']);
  });

  it('shows each of its messages as what it became itself', async () => {
    await write('m1', 'm2');
    await book.merge(await message('s', { kind: 'summary', processInstanceId: idOf('') }), ['m1', 'm2']);
    await book.settle(await claimOne('s'), { outcome: 'sent', providerId: '<s@boligflyt>' });

    expect(await rows()).toMatchObject([
      { key: 'm1', state: 'sent', inSummary: true },
      { key: 'm2', state: 'sent', inSummary: true },
    ]);
  });
});

describe('what people were handed lately', () => {
  it('counts e-mail of the last 15 minutes, not what lies in the inbox', async () => {
    await write('m1', 'm2');
    await notifications.write(await message('m3', { channel: 'inbox' }));
    for (const key of ['m1', 'm2', 'm3'])
      await book.settle(await claimOne(key), { outcome: 'sent', providerId: `<${key}>` });
    const firstAt = await world.clock.now(trondheim);

    expect((await book.recent(trondheim, [kari], 15)).get(kari)).toEqual({ count: 2, hasSummary: false, firstAt });
    await world.clock.moveTo(trondheim, '2026-11-25T06:00:00.000Z');
    expect((await book.recent(trondheim, [kari], 15)).get(kari)).toBeUndefined();
  });
});

describe('what becomes of a message that was sent', () => {
  const providerId = '<m1@boligflyt>';
  const unknown = { providerId, reason: 'Adressen finnes ikke.', statusCode: '5.1.1', cameBack: true };
  const late = { providerId, reason: 'Postkassen er full.', statusCode: '4.2.2', cameBack: false };
  const found = { key: 'm1', to: kari, kind: 'reminder', cases: [sak] };
  beforeEach(async () => {
    await write('m1');
    await book.settle(await claimOne('m1'), { outcome: 'sent', providerId });
  });

  it('is that it comes back, once, with the code that says why', async () => {
    const first = await book.report(trondheim, unknown);
    const second = await book.report(trondheim, unknown);

    expect([first, second]).toEqual([found, undefined]);
    expect(await rows()).toMatchObject([{ state: 'bounced', failure: 'Adressen finnes ikke.', statusCode: '5.1.1' }]);
  });

  it('is that it is late, as often as that is said, and comes back then', async () => {
    expect([await book.report(trondheim, late), await book.report(trondheim, late)]).toEqual([found, found]);
    expect(await rows()).toMatchObject([{ state: 'sent', failure: 'Postkassen er full.', statusCode: '4.2.2' }]);
    await book.report(trondheim, unknown);

    expect(await book.report(trondheim, late)).toBeUndefined();
    expect(await rows()).toMatchObject([{ state: 'bounced', statusCode: '5.1.1' }]);
  });

  it('is nothing where nobody knows the id, or another municipality says it', async () => {
    expect(await book.report(trondheim, { ...unknown, providerId: '<m2@boligflyt>' })).toBeUndefined();
    expect(await book.report(orkland, unknown)).toBeUndefined();
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });
});
