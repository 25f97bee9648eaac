import type { Instant, LocalDate } from '../../shared/time.js';
import type { LadderRung } from '../definition/activity-parts.js';
import type { PauseGround } from './deadline-rule.js';

/** A time during which the clock of a deadline stood still: the days after `from`, up to and with `to`, do not count. */
export interface DeadlinePause {
  /** Its number in the deadline, from 1. */
  readonly pause: number;
  readonly from: LocalDate;
  /** The day on which the clock goes on, itself not counted, as a start day; absent: it still stands. */
  readonly to?: LocalDate;
  readonly ground: PauseGround;
  /** Why, in the words of the one who paused it. */
  readonly reason: string;
}

/** Days by which somebody made a deadline longer. */
export interface DeadlineExtension {
  readonly days: number;
  readonly reason: string;
}

/** What has become of a deadline since it began. */
export interface DeadlineCourse {
  /** The instant it is counted from; only where it is a number of hours. */
  readonly startAt?: Instant;
  /** In the order in which they were told; they may overlap. */
  readonly pauses?: readonly DeadlinePause[];
  readonly extensions?: readonly DeadlineExtension[];
}

/**
 * A deadline as it was computed when the work began, and again by the same version of its rule when its clock was paused or
 * it was made longer; whatever the register says later.
 */
export interface Deadline extends DeadlineCourse {
  readonly rule: string;
  /** `validFrom` of the version that it keeps; absent in deadlines that were stored before versions were: the one of `startOn`. */
  readonly ruleFrom?: LocalDate;
  readonly startOn: LocalDate;
  /** The date people work towards: rounded as the rule's kind says. Ends at 24:00 Europe/Oslo. */
  readonly dueOn: LocalDate;
  /** The last day the law itself allows; differs from `dueOn` where our target is rounded backward. */
  readonly legalOn: LocalDate;
  /** The instant at which `dueOn` is over in Europe/Oslo; for a number of hours the instant at which they are. */
  readonly dueAt: Instant;
}

/** A rung of a ladder with its date, waiting to be rung. */
export interface DatedRung extends LadderRung {
  readonly at: Instant;
}
