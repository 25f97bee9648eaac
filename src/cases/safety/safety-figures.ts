import { addDuration } from '../../engine/index.js';
import type { SafetyReport } from '../../runtime/homes/building-event.js';
import type { Instant } from '../../shared/time.js';
import { fewestShown } from '../figures/few-hidden.js';

/** How many there were; null where that could point at somebody. */
export interface CountedSafety {
  readonly lastMonth: number | null;
  readonly open: number | null;
  readonly lastYear: number | null;
  readonly safeInTime: number | null;
}

/** A figure that is shown, or null. */
export const shownFigure = (count: number): number | null => (count >= fewestShown ? count : null);

/** Counts the reports of a building. A figure of few is left out; one that could be found by subtraction from another one, too. */
export function countSafety(reports: readonly SafetyReport[], now: Instant): CountedSafety {
  const since = (duration: string) => reports.filter(({ reportedAt }) => reportedAt > addDuration(now, duration));
  const year = since('-P1Y');
  const inTime = year.filter(
    ({ madeSafeAt, reportedAt }) => madeSafeAt !== undefined && madeSafeAt <= addDuration(reportedAt, 'PT24H'),
  );
  const late = year.length - inTime.length;
  return {
    lastMonth: shownFigure(since('-P1M').length),
    open: shownFigure(reports.filter(({ endedAt }) => endedAt === undefined).length),
    lastYear: shownFigure(year.length),
    safeInTime: late > 0 && late < fewestShown ? null : shownFigure(inTime.length),
  };
}
