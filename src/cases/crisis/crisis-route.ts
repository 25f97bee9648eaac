import { addPeriod, dayOffName, instantOf, localDateOf, nearestWorkingDay } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Contact, CrisisHelp } from './crisis-help.js';

/** Where somebody without a place to sleep is helped now. */
export interface CrisisRoute {
  /** `nav` while NAV is open, else `vakt`: police or legevakt. */
  readonly channel: 'nav' | 'vakt';
  readonly contacts: readonly Contact[];
  readonly emergency: CrisisHelp['emergency'];
  /** When NAV is open again; absent while it is open. */
  readonly navOpensAt?: Instant;
}

/** Who helps at this instant. NAV is open on working days in its hours; its opening counts, its closing does not. */
export function crisisRoute({ open, byDay, byNight, emergency }: CrisisHelp, now: Instant): CrisisRoute {
  const today = localDateOf(now);
  const isWorkingDay = dayOffName(today) === undefined;
  const opensToday = instantOf(today, open.from);
  if (isWorkingDay && opensToday <= now && now < instantOf(today, open.to)) {
    return { channel: 'nav', contacts: byDay, emergency };
  }

  const first = isWorkingDay && now < opensToday ? today : nearestWorkingDay(addPeriod(today, 'P1D'), 'forward');
  return { channel: 'vakt', contacts: byNight, emergency, navOpensAt: instantOf(first, open.from) };
}
