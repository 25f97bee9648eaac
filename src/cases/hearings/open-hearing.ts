import type { TimerRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { newestAnswer } from '../projects/project-facts.js';

// Høring og offentlig ettersyn, plan- og bygningsloven § 12-10: its own clock is the hearing.
const hearingRule = 'D30';

const isHearing = ({ purpose, deadline }: TimerRow): boolean => purpose === 'event' && deadline?.rule === hearingRule;

/** The last day of the hearing that is open now; undefined where none is. It is open until that day is over in Norway. */
export function openHearing(timers: readonly TimerRow[], now: Instant): LocalDate | undefined {
  const open = timers.find((timer) => isHearing(timer) && timer.state === 'scheduled' && now < timer.dueAt);
  return open?.deadline?.dueOn;
}

/**
 * Whether a hearing of the project was open on a day: what came in time counts, whenever it is written down. It was open from the day
 * that the newest one was published.
 */
export function wasOpenOn(timers: readonly TimerRow[], tasks: readonly UserTaskRow[], on: LocalDate): boolean {
  const { publisertOn } = newestAnswer(tasks, 'publiser-horing');
  const ends = timers.filter((timer) => isHearing(timer) && timer.state !== 'cancelled');
  const lastDay = ends
    .flatMap(({ deadline }) => deadline?.dueOn ?? [])
    .toSorted()
    .at(-1);
  return typeof publisertOn === 'string' && publisertOn <= on && lastDay !== undefined && on <= lastDay;
}
