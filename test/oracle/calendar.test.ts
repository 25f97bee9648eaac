import { computeDeadline } from '../../src/engine/calendar/deadline.js';
import type { DeadlineLength, DeadlineRule } from '../../src/engine/calendar/deadline-rule.js';
import { dayOffName, holidayName } from '../../src/engine/calendar/holidays.js';
import { closedDayName } from '../../src/engine/calendar/local-calendar.js';
import { instantOf } from '../../src/engine/calendar/oslo-time.js';
import { deadlineRegister } from '../workflows/deadline-register.js';
import { dateOf, numberOf } from './day-numbers.js';
import { daysOff, daysOffWith, holidays } from './days-off.js';
import { dueDay, type OracleRule } from './due-day.js';
import { changeDates, wallClockMillis } from './norwegian-clock.js';

const first = numberOf('2024-01-01');
const last = numberOf('2040-12-31');
const starts = Array.from({ length: last - first + 1 }, (_, at) => first + at);
const [calendar] = deadlineRegister.flatMap((rule) => rule.calendar ?? []);
const localDaysOff = daysOffWith((date) => calendar !== undefined && closedDayName(calendar, date) !== undefined);

/** The rules that count days, one for each way of counting: what they are called does not count. */
const counted = new Map(
  deadlineRegister
    .filter(({ length }) => !('fixedOn' in length) && !('hours' in length))
    .map((rule) => [JSON.stringify([rule.length, rule.rounding, rule.calendar !== undefined]), rule]),
);

function oracleRule({ length, rounding }: DeadlineRule): OracleRule {
  const { count, unit } = countOf(length);
  return { count, unit, toMonthEnd: 'to' in length, move: rounding };
}

function countOf(length: DeadlineLength): Pick<OracleRule, 'count' | 'unit'> {
  if ('workingDays' in length) return { count: length.workingDays, unit: 'V' };
  const [, sign, count, unit] = ('period' in length && /^(-?)P(\d+)([DWMY])$/.exec(length.period)) || [];
  if (unit !== 'D' && unit !== 'W' && unit !== 'M' && unit !== 'Y') throw new Error('Expected one unit');
  return { count: Number(`${sign}${count}`), unit };
}

describe(`every day from 2024 to 2040 (${starts.length}) beside an oracle that counts days one by one`, () => {
  it('is a day off, or a holiday, or neither', () => {
    const wrong = starts.filter((number) => {
      const on = dateOf(number);
      return (
        (dayOffName(on) !== undefined) !== daysOff.has(number) ||
        (holidayName(on) !== undefined) !== holidays.has(number)
      );
    });

    expect(wrong.map(dateOf)).toEqual([]);
  });

  it.each([...counted.values()].map((rule) => [rule.id, JSON.stringify(rule.length), rule] as const))(
    'gives %s (%s) the due date, the last day of the law and the end of the day that the oracle gives',
    (_id, _length, rule) => {
      const asked = oracleRule(rule);
      const off = rule.calendar === undefined ? daysOff : localDaysOff;
      const wrong = starts.filter((number) => {
        const { due, legal } = dueDay(asked, number, off);
        const { dueOn, legalOn, dueAt } = computeDeadline(rule, dateOf(number));
        const isRight = dueOn === dateOf(due) && legalOn === dateOf(legal);
        return !isRight || Date.parse(dueAt) !== wallClockMillis(due + 1, 0);
      });

      expect(wrong.map(dateOf)).toEqual([]);
    },
  );

  it.each(['00:00', '02:30', '08:00', '23:59'])(
    'has %s in Norway at the instant of the oracle, on the 34 days of summer time too',
    (wallClock) => {
      const minutes = Number(wallClock.slice(0, 2)) * 60 + Number(wallClock.slice(3));
      const wrong = starts.filter(
        (number) => Date.parse(instantOf(dateOf(number), wallClock)) !== wallClockMillis(number, minutes),
      );

      expect(wrong.map(dateOf)).toEqual([]);
      expect(changeDates(starts)).toHaveLength(34);
    },
  );

  it('has every minute between 02:00 and 03:00 of those 34 days at the instant of the oracle', () => {
    const minutes = Array.from({ length: 61 }, (_, at) => 120 + at);
    const wrong = changeDates(starts).flatMap((on) =>
      minutes.filter((at) => {
        const wallClock = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
        return Date.parse(instantOf(on, wallClock)) !== wallClockMillis(numberOf(on), at);
      }),
    );

    expect(wrong).toEqual([]);
  });
});
