import { readDeliveryRules } from '../notifications/delivery-rules.js';
import { earliestDelivery, type MessageTiming } from './earliest-delivery.js';

const rules = { ...(await readDeliveryRules('workflows/varsling.json')), jitter: { minutes: 0, kinds: [] } };
const about = { kind: 'task-assigned', to: 'kari', channel: 'email', wantsDigest: false } as const;

/** When a message is handed over at the earliest, by Norwegian wall clock. */
const earliest = (at: string, more: Partial<MessageTiming> = {}, using = rules): string =>
  wallClock.format(new Date(earliestDelivery({ ...about, at, ...more }, using).notBefore));

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('quiet hours, 20:00 to 07:00 and days off', () => {
  it.each([
    ['a Monday at 19:59', '2026-11-23T18:59:00.000Z', '2026-11-23 19:59'],
    ['a Monday at 20:00', '2026-11-23T19:00:00.000Z', '2026-11-24 07:00'],
    ['a Tuesday at 06:59', '2026-11-24T05:59:00.000Z', '2026-11-24 07:00'],
    ['a Friday at 20:00', '2026-11-27T19:00:00.000Z', '2026-11-30 07:00'],
    ['a Saturday at noon', '2026-11-28T11:00:00.000Z', '2026-11-30 07:00'],
    ['Christmas Day 2026', '2026-12-25T09:00:00.000Z', '2026-12-28 07:00'],
    ['the evening before 17 May 2027, a Sunday', '2027-05-16T10:00:00.000Z', '2027-05-18 07:00'],
    ['the night in which summer time begins', '2027-03-28T00:30:00.000Z', '2027-03-30 07:00'],
  ])('let what comes on %s wait: %s goes %s', (_, at, expected) => {
    expect(earliest(at)).toBe(expected);
  });

  it('let a broken statutory deadline pass at midnight, and a broken local one wait until 07:00', () => {
    const at = '2026-12-09T23:00:00.000Z';

    expect(earliest(at, { kind: 'breach', deadline: { id: 'D02', kind: 'authority' } })).toBe('2026-12-10 00:00');
    expect(earliest(at, { kind: 'breach', deadline: { id: 'D14', kind: 'local' } })).toBe('2026-12-10 07:00');
    expect(earliest(at, { kind: 'task-available', deadline: { id: 'L-VEDLIKEHOLD-3V', kind: 'local' } })).toBe(
      '2026-12-10 07:00',
    );
    expect(earliest(at, { kind: 'task-available', deadline: { id: 'L-VEDLIKEHOLD-4T', kind: 'local' } })).toBe(
      '2026-12-10 00:00',
    );
  });

  it('are none for what is read in Boligflyt itself, nor where the municipality has none', () => {
    expect(earliest('2026-12-25T09:00:00.000Z', { channel: 'inbox' })).toBe('2026-12-25 10:00');
    expect(earliest('2026-12-25T09:00:00.000Z', {}, { ...rules, quiet: null })).toBe('2026-12-25 10:00');
  });
});

describe('the daily digest, 07:30 on working days', () => {
  it.each([
    ['a Monday at 07:29', '2026-11-23T06:29:00.000Z', '2026-11-23 07:30'],
    ['a Monday at 07:30', '2026-11-23T06:30:00.000Z', '2026-11-24 07:30'],
    ['a Friday at 15:00', '2026-11-27T14:00:00.000Z', '2026-11-30 07:30'],
    ['Christmas Eve at 12:00', '2026-12-24T11:00:00.000Z', '2026-12-28 07:30'],
  ])('takes what comes on %s: %s goes %s', (_, at, expected) => {
    expect(earliest(at, { wantsDigest: true })).toBe(expected);
  });

  it('does not take an escalation', () => {
    expect(earliest('2026-11-23T12:00:00.000Z', { wantsDigest: true, kind: 'escalation' })).toBe('2026-11-23 13:00');
  });
});

describe('what an alarm sends to many', () => {
  const at = '2026-11-23T07:00:00.000Z';
  const spread = { ...rules, jitter: { minutes: 10, kinds: ['reminder'] } };
  const minutesLate = (to: string): number =>
    (Date.parse(earliestDelivery({ ...about, kind: 'reminder', at, to }, spread).notBefore) - Date.parse(at)) / 60_000;
  const people = Array.from({ length: 200 }, (_, number) => `person-${number}`);

  it('is spread over 10 minutes, each person always at the same one', () => {
    const minutes = people.map(minutesLate);

    expect([...new Set(minutes)].toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(people.map(minutesLate)).toEqual(minutes);
  });
});
