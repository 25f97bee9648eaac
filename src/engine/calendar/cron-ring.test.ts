import { nextCronRing } from './cron-ring.js';
import { nextRing } from './timer.js';

const monday = '2026-01-05T08:00:00.000Z';

/** The next rings in a row. */
function rings(cron: string, count: number, from = monday): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (let after: string | undefined = from; after !== undefined && found.length < count;) {
    after = nextCronRing(cron, after);
    found.push(after?.slice(0, 16));
  }
  return found;
}

describe('cron on the clock in Norway', () => {
  it.each([
    ['0 0/25 * * * ?', ['2026-01-05T08:25', '2026-01-05T08:50', '2026-01-05T09:00']],
    ['0 15,45 * * * ?', ['2026-01-05T08:15', '2026-01-05T08:45', '2026-01-05T09:15']],
    ['0 0 9-10 * * MON-FRI', ['2026-01-05T09:00', '2026-01-06T08:00', '2026-01-06T09:00']],
    ['0 0 6 ? * SAT-MON', ['2026-01-10T05:00', '2026-01-11T05:00', '2026-01-12T05:00']],
    ['0 0 12 L * ?', ['2026-01-31T11:00', '2026-02-28T11:00', '2026-03-31T10:00']],
    ['0 0 12 L-2 * ?', ['2026-01-29T11:00', '2026-02-26T11:00', '2026-03-29T10:00']],
    ['0 0 12 LW * ?', ['2026-01-30T11:00', '2026-02-27T11:00', '2026-03-31T10:00']],
    ['0 0 12 1W * ?', ['2026-02-02T11:00', '2026-03-02T11:00', '2026-04-01T10:00']],
    ['0 0 12 ? * TUE#2', ['2026-01-13T11:00', '2026-02-10T11:00', '2026-03-10T11:00']],
    ['0 0 12 ? * FRIL', ['2026-01-30T11:00', '2026-02-27T11:00', '2026-03-27T11:00']],
    ['0 0 0 31 * ?', ['2026-01-30T23:00', '2026-03-30T22:00', '2026-05-30T22:00']],
    ['0 0 0 29 2 ?', ['2028-02-28T23:00', '2032-02-28T23:00', '2036-02-28T23:00']],
    ['0 0 12 24 DEC ? 2027', ['2027-12-24T11:00', undefined]],
  ])('%s rings %j', (cron, expected) => {
    expect(rings(cron, expected.length)).toEqual(expected);
  });

  it('rings an hour late where summer time skips 02:30, and once where 02:30 comes twice', () => {
    expect(rings('0 30 2 * * ?', 2, '2026-03-28T12:00:00.000Z')).toEqual(['2026-03-29T01:30', '2026-03-30T00:30']);
    expect(rings('0 30 2 * * ?', 2, '2026-10-24T12:00:00.000Z')).toEqual(['2026-10-25T00:30', '2026-10-26T01:30']);
  });

  it('is moved to the working day after when it falls on a Sunday', () => {
    const ring = nextRing('cron 0 0 12 ? * SUN', { setAt: monday, after: monday, rounding: 'forward' });

    expect(ring).toEqual({ dueAt: '2026-01-12T11:00:00.000Z' });
  });

  it('of no day that exists never rings', () => {
    expect(nextCronRing('0 0 12 31 2 ?', monday)).toBeUndefined();
  });
});
