import type { LocalDate } from '../../shared/time.js';
import type { LadderRung } from '../definition/activity-parts.js';
import type { DatedRung, Deadline } from './deadline-dates.js';
import type { DeadlineRegister, DeadlineRule } from './deadline-rule.js';
import { nearestWorkingDay } from './holidays.js';
import { endOfDay, instantOf } from './oslo-time.js';
import { addPeriod, addWorkingDays } from './period.js';

/** The hour at which reminders go out, in Norway. */
const reminderTime = '08:00';

/** The version of a rule that is in force on a date, or undefined when the register has none. */
export function ruleInForce(register: DeadlineRegister, ruleId: string, on: LocalDate): DeadlineRule | undefined {
  return register.find(
    (rule) => rule.id === ruleId && rule.validFrom <= on && (rule.validTo === undefined || on < rule.validTo),
  );
}

/** The last day by counting alone, before it is moved off a day that is no working day (domstolloven § 148). */
export function rawDueOn(rule: DeadlineRule, startOn: LocalDate): LocalDate {
  return 'period' in rule.length
    ? addPeriod(startOn, rule.length.period)
    : addWorkingDays(startOn, rule.length.workingDays);
}

/**
 * The dates of a deadline that starts on `startOn`. A citizen's right ends on the next working day (domstolloven § 149);
 * our own target for an authority's duty is the last working day before, and `legalOn` keeps what the law allows.
 */
export function computeDeadline(rule: DeadlineRule, startOn: LocalDate): Deadline {
  const rawOn = rawDueOn(rule, startOn);
  const dueOn = rule.rounding === 'none' ? rawOn : nearestWorkingDay(rawOn, rule.rounding);
  const legalOn = rule.rounding === 'none' ? rawOn : nearestWorkingDay(rawOn, 'forward');
  return { rule: rule.id, startOn, dueOn, legalOn, dueAt: endOfDay(dueOn) };
}

/** The rungs of a ladder with the instants at which they ring: 08:00 in Norway on the due date plus the offset. */
export function rungsOf(deadline: Deadline, ladder: readonly LadderRung[]): readonly DatedRung[] {
  return ladder
    .map((rung) => ({ ...rung, at: instantOf(addPeriod(deadline.dueOn, rung.offset), reminderTime) }))
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

/** When an event rings that is drawn so many days from a deadline: 08:00 that day, or the end of the due date itself. */
export function deadlineEventAt(deadline: Deadline, shift: string | undefined): string {
  return shift === undefined ? deadline.dueAt : instantOf(addPeriod(deadline.dueOn, shift), reminderTime);
}
