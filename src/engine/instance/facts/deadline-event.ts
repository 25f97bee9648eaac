import type { Id } from '../../../shared/id.js';
import type { Instant, LocalDate } from '../../../shared/time.js';
import type { Deadline, DeadlineExtension, DeadlinePause } from '../../calendar/deadline-dates.js';

interface DeadlineFact {
  readonly node: string;
  /** Absent where it is the deadline of an event that waits. */
  readonly userTaskId?: Id<'UserTask'>;
  /** As it is now. */
  readonly deadline: Deadline;
  readonly by: Id<'Actor'>;
  readonly at: Instant;
}

/** A fact about the date of a deadline that runs. */
export type DeadlineEvent =
  | (DeadlineFact & { readonly type: 'DeadlinePaused'; readonly pause: DeadlinePause })
  | (DeadlineFact & {
      readonly type: 'DeadlineResumed';
      /** Numbers of the pauses that are over. */
      readonly pauses: readonly number[];
      readonly on: LocalDate;
    })
  | (DeadlineFact & { readonly type: 'DeadlineExtended'; readonly extension: DeadlineExtension })
  /** An alarm follows its deadline, or is held while the clock stands. */
  | {
      readonly type: 'TimerMoved';
      readonly timerId: Id<'Timer'>;
      readonly node: string;
      readonly dueAt: Instant;
      readonly deadline: Deadline;
      /** Rings no more until it is moved again. */
      readonly held: boolean;
      readonly at: Instant;
    };
