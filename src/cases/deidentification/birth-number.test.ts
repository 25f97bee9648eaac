import { isBirthNumber } from './birth-number.js';

it.each([
  ['a birth number', '15076500565'],
  ['a D-number, day + 40', '53097248016'],
  ['a synthetic one, month + 80', '21854500004'],
  ['a synthetic one, month + 65', '21674500189'],
])('knows %s', (_, digits) => {
  expect(isBirthNumber(digits)).toBe(true);
});

it.each([
  ['a wrong first check digit', '15076500575'],
  ['a wrong second check digit', '15076500566'],
  ['a day that no month has', '32017012345'],
  ['a month that no year has', '01137012345'],
  ['an account number', '97101234560'],
  ['ten digits', '1507650056'],
  ['letters', '1507650056a'],
])('knows that %s is none', (_, digits) => {
  expect(isBirthNumber(digits)).toBe(false);
});
