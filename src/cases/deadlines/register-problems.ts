import { addPeriod, type DeadlineRegister, type DeadlineRule } from '../../engine/index.js';
import type { Period } from '../../shared/time.js';
import { isValidOn } from '../../shared/valid-on.js';

/** Everything in which a register contradicts itself or the law, one English sentence each. */
export function registerProblems(register: DeadlineRegister): readonly string[] {
  return [...register.flatMap(ruleProblems), ...register.flatMap((rule, at) => overlaps(rule, register.slice(at + 1)))];
}

const checks: readonly (readonly [problem: string, isWrong: (rule: DeadlineRule) => boolean])[] = [
  ['validTo after validFrom', ({ validFrom, validTo }) => validTo !== undefined && validTo <= validFrom],
  // Pauses never apply to what a citizen would lose (domain register §3.3).
  ['a right that is never paused', ({ kind, pausable }) => kind === 'right' && pausable !== undefined],
  ['a right that is not moved backward', ({ kind, rounding }) => kind === 'right' && rounding === 'backward'],
  ['local closed days in local rules only', ({ kind, calendar }) => kind !== 'local' && calendar !== undefined],
  [
    'pauses for local reasons in local rules only',
    ({ kind, pausable }) => kind !== 'local' && pausable?.includes('local') === true,
  ],
  ['nothing that stops hours, fixed dates and days before', (rule) => rule.pausable !== undefined && !mayStop(rule)],
  [
    'a ladder of the law only where our own target is earlier',
    ({ legalLadder, rounding }) => legalLadder !== undefined && rounding !== 'backward',
  ],
  [
    'a reminder of pauses only where it may be paused',
    ({ pauseReminder, pausable }) => pauseReminder !== undefined && pausable === undefined,
  ],
  [
    'a length that a municipality may choose',
    ({ length, between }) => between !== undefined && !isBetween(length, between),
  ],
  ['no rounding of hours', ({ length, rounding }) => 'hours' in length && rounding !== 'none'],
  [
    'an escalation that names a group',
    ({ ladder, legalLadder = [] }) =>
      [...ladder, ...legalLadder].some(({ kind, to }) => kind === 'escalation' && to === 'assignee'),
  ],
];

const mayStop = ({ length }: DeadlineRule): boolean =>
  'workingDays' in length || ('period' in length && !length.period.startsWith('-'));

const isBetween = (length: DeadlineRule['length'], [least, most]: readonly [Period, Period]): boolean =>
  'period' in length && endOf(least) <= endOf(length.period) && endOf(length.period) <= endOf(most);

// Periods are compared by where they end; any day that months of all lengths follow will do.
const endOf = (period: Period): string => addPeriod('2026-01-01', period);

const ruleProblems = (rule: DeadlineRule): readonly string[] =>
  checks.flatMap(([expected, isWrong]) =>
    isWrong(rule) ? [`Expected ${expected}, but rule '${rule.id}' of ${rule.validFrom} says otherwise`] : [],
  );

function overlaps(rule: DeadlineRule, later: DeadlineRegister): readonly string[] {
  const begins = ({ validFrom }: DeadlineRule, other: DeadlineRule): boolean => isValidOn(other, validFrom);
  return later
    .filter((other) => other.id === rule.id && (begins(rule, other) || begins(other, rule)))
    .map(
      (other) => `Expected one version of '${rule.id}' at a time, but ${rule.validFrom} and ${other.validFrom} overlap`,
    );
}
