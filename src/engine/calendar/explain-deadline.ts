import type { Instant, LocalDate } from '../../shared/time.js';
import { countedOn, pausedOn, rawDueOn } from './count-deadline.js';
import { addDays, daysBetween } from './day-by-day.js';
import type { Deadline, DeadlinePause } from './deadline-dates.js';
import type { DeadlineLength, DeadlineRule, PauseGround } from './deadline-rule.js';
import { dayOffName } from './holidays.js';

/** One step of “hvorfor denne datoen”: what it is, and what a sentence about it is made of. The words are not the engine's. */
export interface DeadlineStep {
  readonly key:
    | 'rule'
    | 'unverified'
    | 'kind'
    | 'fixed'
    | 'same-day'
    | 'start'
    | 'counted'
    | 'paused'
    | 'stopped'
    | 'after-pauses'
    | 'extended'
    | 'moved'
    | 'legal'
    | 'consequence'
    | 'end';
  /** The date that the step comes to, or begins at. */
  readonly on?: LocalDate;
  /** The instant, where hours count. */
  readonly at?: Instant;
  /** Only for a pause that is over: the first day on which the clock went again. */
  readonly until?: LocalDate;
  /** By which law or rule the step is taken. */
  readonly law?: string;
  /** Why, in the words of the one who paused or extended; the Norwegian name of the day off for a move. */
  readonly reason?: string;
  /** Only for a pause: what the clock was stopped for. */
  readonly ground?: PauseGround;
  /** Only for a move: whether it goes to the next or to the last working day. */
  readonly direction?: 'forward' | 'backward';
  /** Only for the start: how long the deadline is. */
  readonly length?: DeadlineLength;
  /** How many days the step adds. */
  readonly days?: number;
}

/** By which paragraph a clock is stopped. */
export const pauseLaws: Readonly<Record<PauseGround, string>> = {
  'party-asks': 'forvaltningslovforskriften § 37',
  'party-delay': 'forvaltningslovforskriften § 38',
  'others-delay': 'forvaltningslovforskriften § 39',
  local: 'kommunens egen regel',
};

/** “Hvorfor denne datoen”: the rule, the start, the count, each pause and extension, each move off a day off, in order. */
export function explainDeadline(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  return [
    { key: 'rule', on: rule.validFrom, law: rule.law },
    ...(rule.verified ? [] : [{ key: 'unverified', law: rule.law } as const]),
    { key: 'kind' },
    ...countSteps(rule, deadline),
    ...pauseSteps(rule, deadline),
    ...extensionSteps(rule, deadline),
    ...moveSteps(rule, deadline),
    ...legalSteps(rule, deadline),
    endStep(rule, deadline),
    ...(rule.consequence === undefined ? [] : [{ key: 'consequence' } as const]),
  ];
}

// A rule of no length falls on the very day it is counted from: a meeting, a date that was promised.
function countSteps(rule: DeadlineRule, { startOn, startAt }: Deadline): readonly DeadlineStep[] {
  const { length } = rule;
  if ('fixedOn' in length) return [{ key: 'fixed', on: length.fixedOn, law: rule.law }];
  if ('hours' in length) {
    const at = startAt === undefined ? {} : { at: startAt };
    return [{ key: 'start', on: startOn, ...at, law: lawOfHours[length.count] ?? rule.law, length }];
  }
  const on = countedOn(rule, startOn);
  if (on === startOn) return [{ key: 'same-day', on }];
  return [
    { key: 'start', on: startOn, law: 'domstolloven § 148', length },
    { key: 'counted', on, law: 'domstolloven § 148' },
  ];
}

const lawOfHours = { clock: undefined, lawful: 'domstolloven § 149 andre ledd' } as const;

function pauseSteps(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  const { pauses = [], startOn } = deadline;
  if (pauses.length === 0) return [];

  const before = countedOn(rule, startOn);
  const on = pausedOn(rule, startOn, deadline);
  const days = daysBetween(before, on);
  return [...pauses.map(pauseStep), ...(days === 0 ? [] : [{ key: 'after-pauses', on, days } as const])];
}

function pauseStep({ from: on, to: until, ground, reason }: DeadlinePause): DeadlineStep {
  const pause = { on, law: pauseLaws[ground], reason, ground };
  if (until === undefined) return { key: 'stopped', ...pause };
  return { key: 'paused', ...pause, until, days: daysBetween(on, until) };
}

function extensionSteps(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  const { extension: law } = rule;
  let on = pausedOn(rule, deadline.startOn, deadline);
  return (deadline.extensions ?? []).map(({ days, reason }) => {
    on = addDays(on, days);
    return { key: 'extended', on, reason, days, ...(law === undefined ? {} : { law }) };
  });
}

function moveSteps(rule: DeadlineRule, deadline: Deadline): readonly DeadlineStep[] {
  if (rule.rounding === 'none' || 'hours' in rule.length) return [];
  const reason = dayOffName(rawDueOn(rule, deadline.startOn, deadline), rule.calendar);
  if (reason === undefined) return [];

  const { dueOn: on } = deadline;
  const law = rule.rounding === 'forward' ? 'domstolloven § 149' : 'kommunens eget mål';
  return [{ key: 'moved', on, law, reason, direction: rule.rounding }];
}

function legalSteps({ kind }: DeadlineRule, { dueOn, legalOn: on }: Deadline): readonly DeadlineStep[] {
  if (on === dueOn) return [];
  const law = kind === 'authority' ? 'forvaltningslovforskriften § 41' : 'domstolloven § 149';
  return [{ key: 'legal', on, law }];
}

const endStep = ({ length }: DeadlineRule, { dueOn: on, dueAt: at }: Deadline): DeadlineStep =>
  'hours' in length ? { key: 'end', on, at } : { key: 'end', on };
