import { addDuration } from '../../engine/index.js';
import type { SafetyReport } from '../../runtime/homes/building-event.js';
import type { Instant } from '../../shared/time.js';
import { suppressOne, suppressPart } from '../figures/suppress.js';

/** How many there were; null where that could point at somebody. */
export interface CountedSafety {
  readonly lastMonth: number | null;
  readonly open: number | null;
  readonly lastYear: number | null;
  readonly safeInTime: number | null;
}

/** Counts the reports of a building. A figure of few is left out; one that could be found by subtraction from another one, too. */
export function countSafety(reports: readonly SafetyReport[], now: Instant): CountedSafety {
  const since = (duration: string) => reports.filter(({ reportedAt }) => reportedAt > addDuration(now, duration));
  const year = since('-P1Y');
  const inTime = year.filter(
    ({ madeSafeAt, reportedAt }) => madeSafeAt !== undefined && madeSafeAt <= addDuration(reportedAt, 'PT24H'),
  );
  return {
    lastMonth: suppressPart(since('-P1M').length, year.length),
    open: suppressOne(reports.filter(({ endedAt }) => endedAt === undefined).length),
    lastYear: suppressOne(year.length),
    safeInTime: suppressPart(inTime.length, year.length),
  };
}
