import type { Instant, LocalDate } from '../../shared/time.js';
import { isValidOn } from '../../shared/valid-on.js';
import type { LadderRung } from '../definition/activity-parts.js';
import { hoursEndAt, lastDayOf, rawDueOn } from './count-deadline.js';
import type { DatedRung, Deadline, DeadlineCourse } from './deadline-dates.js';
import type { DeadlineRegister, DeadlineRule } from './deadline-rule.js';
import { nearestWorkingDay } from './holidays.js';
import { endOfDay, instantOf } from './oslo-time.js';
import { addPeriod } from './period.js';

/** The hour at which reminders go out, in Norway. */
const reminderTime = '08:00';

/** The version of a rule that is in force on a date, or undefined when the register has none. */
export function ruleInForce(register: DeadlineRegister, ruleId: string, on: LocalDate): DeadlineRule | undefined {
  return register.find((rule) => rule.id === ruleId && isValidOn(rule, on));
}

/** The version of its rule that a running deadline keeps, whatever has become law since. */
export function ruleOf(
  register: DeadlineRegister,
  { rule: id, ruleFrom, startOn }: Pick<Deadline, 'rule' | 'ruleFrom' | 'startOn'>,
): DeadlineRule | undefined {
  if (ruleFrom === undefined) return ruleInForce(register, id, startOn);
  return register.find((rule) => rule.id === id && rule.validFrom === ruleFrom);
}

/**
 * The dates of a deadline that starts on `startOn`. A citizen's right ends on the next working day (domstolloven § 149);
 * our own target for an authority's duty is the last working day before, and `legalOn` keeps what the law allows. A pause
 * that is still open does not move them yet.
 */
export function computeDeadline(rule: DeadlineRule, startOn: LocalDate, course: DeadlineCourse = {}): Deadline {
  const { startAt, pauses = [], extensions = [] } = course;
  const kept = {
    rule: rule.id,
    ruleFrom: rule.validFrom,
    startOn,
    ...(startAt === undefined ? {} : { startAt }),
    ...(pauses.length === 0 ? {} : { pauses }),
    ...(extensions.length === 0 ? {} : { extensions }),
  };
  if ('hours' in rule.length) {
    const dueAt = hoursEndAt(rule.length, startAt ?? instantOf(startOn, '00:00'));
    const dueOn = lastDayOf(dueAt);
    return { ...kept, dueOn, legalOn: dueOn, dueAt };
  }
  const rawOn = rawDueOn(rule, startOn, course);
  const moved = (direction: 'forward' | 'backward'): LocalDate =>
    rule.rounding === 'none' ? rawOn : nearestWorkingDay(rawOn, direction, rule.calendar);
  const dueOn = moved(rule.rounding === 'backward' ? 'backward' : 'forward');
  return { ...kept, dueOn, legalOn: moved('forward'), dueAt: endOfDay(dueOn) };
}

/** Whether the law gives more time than the date that people work towards. */
export const hasTwoClocks = ({ dueOn, legalOn }: Deadline): boolean => legalOn !== dueOn;

/** The instant at which the last day that the law allows is over in Norway. */
export const legalAtOf = (deadline: Deadline): Instant =>
  hasTwoClocks(deadline) ? endOfDay(deadline.legalOn) : deadline.dueAt;

/** The instant at which people are reminded on a day. */
export const reminderAt = (on: LocalDate): Instant => instantOf(on, reminderTime);

/** The rungs of a ladder with the instants at which they ring: 08:00 in Norway on the date plus the offset. */
export function rungsOf(on: LocalDate, ladder: readonly LadderRung[]): readonly DatedRung[] {
  return ladder
    .map((rung) => ({ ...rung, at: reminderAt(addPeriod(on, rung.offset)) }))
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

/** When an event rings that is drawn so many days from a deadline: 08:00 that day, or the end of the due date itself. */
export function deadlineEventAt(deadline: Deadline, shift: string | undefined): string {
  return shift === undefined ? deadline.dueAt : reminderAt(addPeriod(deadline.dueOn, shift));
}
