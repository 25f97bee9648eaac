import { dateOf, dayOfYearOf, weekdayOf, weekOfYearOf } from '../values/calendar-days.js';
import { scaledOf, powerOfTen, toDouble } from '../values/decimal.js';
import {
  isKinded,
  type FeelDate,
  type FeelDateTime,
  type FeelNumber,
  type FeelTime,
  type FeelValue,
} from '../values/feel-value.js';
import { dateTimeOfInstant, midnightOf } from '../values/instants.js';
import { monthsDuration, readDate, readDateTime, readDuration, readTime, timeOf } from '../values/read-temporal.js';
import type { Run } from '../values/run.js';
import { builtIn, numberAt, overload, overloaded, textAt, valueAt, type BuiltIn } from './signature.js';

const orWarn = (value: FeelValue | undefined, what: string, run: Run): FeelValue =>
  value ?? run.warn(`Expected ${what}, but the value is none`);

const dayOf = (value: FeelValue): FeelDate | undefined => {
  if (!isKinded(value)) return undefined;
  return value.kind === 'date' ? value : value.kind === 'date and time' ? value.date : undefined;
};

function timeFrom(value: FeelValue): FeelTime | undefined {
  if (!isKinded(value)) return undefined;
  if (value.kind === 'date') return midnightOf(value).time;
  return value.kind === 'time' ? value : value.kind === 'date and time' ? value.time : undefined;
}

function timeFromParts(values: readonly FeelValue[]): FeelTime | undefined {
  const { coefficient, exponent } = scaledOf(numberAt(values, 2));
  const nanos = exponent + 9 >= 0 ? coefficient * powerOfTen(exponent + 9) : coefficient / powerOfTen(-exponent - 9);
  const offset = valueAt(values, 3);
  const seconds =
    isKinded(offset) && offset.kind === 'days and time duration' ? Number(offset.nanos / 1_000_000_000n) : 0;
  if (nanos < 0n || nanos >= 60_000_000_000n) return undefined;
  return timeOf({
    hour: wholeOf(numberAt(values, 0)),
    minute: wholeOf(numberAt(values, 1)),
    second: Number(nanos / 1_000_000_000n),
    nano: Number(nanos % 1_000_000_000n),
    ...(offset === null ? {} : { offset: seconds }),
  });
}

// -1 is a number that no part of a date or time can be.
const wholeOf = (value: FeelNumber): number => (Number.isInteger(toDouble(value)) ? toDouble(value) : -1);

function combine(day: FeelValue, time: FeelValue): FeelDateTime | undefined {
  const date = dayOf(day);
  return date && isKinded(time) && time.kind === 'time' ? { kind: 'date and time', date, time } : undefined;
}

// Whole months only: the last one counts when its day has come.
function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  return months < 0 && to.day > from.day ? months + 1 : months;
}

function yearsAndMonths(from: FeelValue, to: FeelValue): FeelValue | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first && last && monthsDuration(monthsBetween(first, last));
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

const ofDay = (name: string, read: (day: FeelDate) => FeelValue): BuiltIn =>
  builtIn(name, 'date: date|date and time', (values, run) => {
    const day = dayOf(valueAt(values, 0));
    return day === undefined ? run.warn(`Expected a date in ${name}(), but got none`) : read(day);
  });

const atInstant = (run: Run): FeelDateTime | undefined =>
  run.now === undefined ? undefined : dateTimeOfInstant(run.now, { offset: 0 });

/** Functions of days, times and durations (DMN 1.5 §10.3.4.1, §10.3.4.8, §10.3.4.11). */
export const temporalFunctions: readonly BuiltIn[] = [
  overloaded(
    'date',
    overload('from: string', (values, run) => orWarn(readDate(textAt(values, 0)), 'a date such as 2026-01-05', run)),
    overload('from: date|date and time', (values) => dayOf(valueAt(values, 0)) ?? null),
    overload('year: number, month: number, day: number', (values, run) =>
      orWarn(
        dateOf(toDouble(numberAt(values, 0)), toDouble(numberAt(values, 1)), toDouble(numberAt(values, 2))),
        'a day of the calendar',
        run,
      ),
    ),
  ),
  overloaded(
    'date and time',
    overload('from: string', (values, run) =>
      orWarn(readDateTime(textAt(values, 0)), 'a date and time such as 2026-01-05T10:15:00', run),
    ),
    overload(
      'date: date|date and time, time: time',
      (values) => combine(valueAt(values, 0), valueAt(values, 1)) ?? null,
    ),
  ),
  overloaded(
    'time',
    overload('from: string', (values, run) => orWarn(readTime(textAt(values, 0)), 'a time such as 10:15:00', run)),
    overload('from: time|date and time|date', (values) => timeFrom(valueAt(values, 0)) ?? null),
    overload('hour: number, minute: number, second: number, offset?: days and time duration', (values, run) =>
      orWarn(timeFromParts(values), 'a time of the day', run),
    ),
  ),
  builtIn('duration', 'from: string', (values, run) =>
    orWarn(readDuration(textAt(values, 0)), 'a duration such as P1D or P1Y', run),
  ),
  builtIn(
    'years and months duration',
    'from: date|date and time, to: date|date and time',
    (values) => yearsAndMonths(valueAt(values, 0), valueAt(values, 1)) ?? null,
  ),
  ofDay('day of year', dayOfYearOf),
  ofDay('day of week', (day) => weekdays[weekdayOf(day) - 1] ?? null),
  ofDay('month of year', ({ month }) => months[month - 1] ?? null),
  ofDay('week of year', weekOfYearOf),
  builtIn(
    'now',
    '',
    (_, run) => atInstant(run) ?? run.warn('Expected an instant for now(), but the engine has no clock'),
  ),
  builtIn(
    'today',
    '',
    (_, run) => atInstant(run)?.date ?? run.warn('Expected an instant for today(), but the engine has no clock'),
  ),
];
