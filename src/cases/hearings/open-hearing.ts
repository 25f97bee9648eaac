import type { TimerRow } from '../../runtime/read-ports.js';
import type { Instant, LocalDate } from '../../shared/time.js';

// Høring og offentlig ettersyn, plan- og bygningsloven § 12-10: its own clock is the hearing.
const hearingRule = 'D30';

/** The last day of the hearing that is open now; undefined where none is. It is open until that day is over in Norway. */
export function openHearing(timers: readonly TimerRow[], now: Instant): LocalDate | undefined {
  const open = timers.find(
    ({ purpose, deadline, state, dueAt }) =>
      purpose === 'event' && deadline?.rule === hearingRule && state === 'scheduled' && now < dueAt,
  );
  return open?.deadline?.dueOn;
}
