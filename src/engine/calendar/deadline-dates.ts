import type { Instant, LocalDate } from '../../shared/time.js';
import type { LadderRung } from '../definition/activity-parts.js';

/** A deadline as it was computed when the work began; kept as it was, whatever the register says later. */
export interface Deadline {
  readonly rule: string;
  readonly startOn: LocalDate;
  /** The date people work towards: rounded as the rule's kind says. Ends at 24:00 Europe/Oslo. */
  readonly dueOn: LocalDate;
  /** The last day the law itself allows; differs from `dueOn` where our target is rounded backward. */
  readonly legalOn: LocalDate;
  /** The instant at which `dueOn` is over in Europe/Oslo. */
  readonly dueAt: Instant;
}

/** A rung of a ladder with its date, waiting to be rung. */
export interface DatedRung extends LadderRung {
  readonly at: Instant;
}
