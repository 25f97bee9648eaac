import {
  dateOf,
  daysBetween,
  formatAlarm,
  formatDate,
  formatMoment,
  formatTime,
  formatUntil,
  formatWeekday,
  mondayOf,
} from './dates.js';

it('writes a calendar date as people in Norway say it', () => {
  expect(formatDate('2026-12-24')).toBe('24. desember 2026');
  expect(formatWeekday('2026-12-24')).toBe('torsdag 24. desember 2026');
});

it('tells instants in Norwegian time, winter and summer', () => {
  expect(formatTime('2026-12-10T07:00:00.000Z')).toBe('10.12.2026, 08:00');
  expect(formatTime('2027-06-10T06:00:00.000Z')).toBe('10.06.2027, 08:00');
  expect(formatMoment('2026-11-23T08:00:00.000Z')).toBe('mandag 23. november 2026 klokka 09:00');
});

it('lets midnight belong to the day that ends', () => {
  expect(formatUntil('2027-01-04T23:00:00.000Z')).toBe('og med 4. januar 2027');
  expect(formatUntil('2026-12-01T07:00:00.000Z')).toBe('01.12.2026, 08:00');
  expect(formatAlarm('2027-01-04T23:00:00.000Z')).toBe('04.01.2027, 24:00');
});

it('is already tomorrow in Norway at 23:30 UTC', () => {
  expect(dateOf('2026-12-24T23:30:00.000Z')).toBe('2026-12-25');
});

it.each([
  ['2026-12-02', '2026-12-24', 22],
  ['2026-12-24', '2026-12-02', -22],
  ['2027-03-27', '2027-03-29', 2],
])('counts from %s to %s %d days, also when the clocks change', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on Monday %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday);
});
