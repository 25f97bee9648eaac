import type { LocalDate } from '../../shared/time.js';
import type { Finding } from './finding.js';

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const short = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sept?', 'okt', 'nov', 'des'];
const month = `(?:${[...months, ...short].join('|')})\\.?`;
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const year = '(?:(?:19|20)\\d\\d|\\d\\d)';

const births = new RegExp(
  `(?:\\bfødt(?: i| den)?|\\bfødselsår|\\bfødselsdato|\\bårgang|(?<!\\p{L})f\\.)[: ]*(?:${day}[./ -]+(?:\\d{1,2}|${month})[./ -]+)?['’]?(?:\\d{4}|\\d{2})(?![\\d:])`,
  'giu',
);
const dates = [
  new RegExp(`(?<![\\d.])${day}[./-] ?(?:0?[1-9]|1[0-2])[./-] ?${year}(?![\\d])`, 'giu'),
  new RegExp(`(?<![\\d])(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?![\\d])`, 'gu'),
  new RegExp(`(?<![\\d])${day}\\.? ?${month} ${year}(?![\\d\\p{L}])`, 'giu'),
  new RegExp(`(?<![\\d ]|\\d )(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d(?! ?(?:kr|\\d|,|%))`, 'giu'),
];

/** Days of birth, also without a year where they are known, and every other whole date: that day somebody was admitted, or moved. */
export function findDates(text: string, bornOn: readonly LocalDate[]): readonly Finding[] {
  const born = [births, ...bornOn.map(birthday)].flatMap((pattern) => matches(text, pattern, 'fodselsdato'));
  return [...born, ...dates.flatMap((pattern) => matches(text, pattern, 'dato'))];
}

/** A known day of birth, in words and in figures. */
function birthday(on: LocalDate): RegExp {
  const [, monthNumber = 0, dayNumber = 0] = on.split('-').map(Number);
  const name = months[monthNumber - 1] ?? '';
  const figures = `0?${dayNumber}[./] ?0?${monthNumber}[./]? ?(?:${on.slice(0, 4)}|${on.slice(2, 4)})?`;
  return new RegExp(`(?<!\\d)(?:0?${dayNumber}\\.? ?${name}|${figures})(?!\\d)`, 'giu');
}

const matches = (text: string, pattern: RegExp, kind: Finding['kind']): readonly Finding[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, from: index, to: index + found.length }));
