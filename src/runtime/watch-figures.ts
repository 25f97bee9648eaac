import type { TenantId } from './ports.js';
import type { CanaryBook, Lookout, OverdueTimers } from './watch-ports.js';

/** What figures are read from. */
export interface FigureParts {
  readonly lookout: Lookout;
  readonly canaries: Pick<CanaryBook, 'lateSeconds' | 'count'>;
  readonly tenants: () => Promise<readonly TenantId[]>;
}

const lateness = [
  ['upTo1Minute', '60'],
  ['upTo5Minutes', '300'],
  ['upTo1Hour', '3600'],
  ['upTo1Day', '86400'],
  ['moreThan1Day', '+Inf'],
] as const;

const mostUntouched = 1_000;

/** Counts of what is late or forgotten, for each municipality, in the text format of Prometheus (exposition format 0.0.4). */
export async function watchFigures({ lookout, canaries, tenants }: FigureParts): Promise<string> {
  const groups = await Promise.all(
    (await tenants()).map(async (tenant) => {
      const [overdue, untouched, late, rings] = await Promise.all([
        lookout.overdue(tenant),
        lookout.untouched(tenant, mostUntouched),
        canaries.lateSeconds(tenant),
        canaries.count(tenant),
      ]);
      return [
        ...overdueLines(tenant, overdue),
        `boligflyt_untouched_cases{tenant="${tenant}"} ${untouched.length}`,
        `boligflyt_canary_late_seconds{tenant="${tenant}"} ${late}`,
        `boligflyt_canary_rings_total{tenant="${tenant}",way="hint"} ${rings.hint}`,
        `boligflyt_canary_rings_total{tenant="${tenant}",way="sweep"} ${rings.sweep}`,
      ];
    }),
  );
  return [
    '# HELP boligflyt_overdue_timers Timers that are due and have not rung, by how late they are at most (seconds).',
    '# TYPE boligflyt_overdue_timers gauge',
    ...groups.flat(),
    '',
  ].join('\n');
}

const overdueLines = (tenant: TenantId, overdue: OverdueTimers): readonly string[] => [
  ...lateness.map(
    ([count, seconds]) => `boligflyt_overdue_timers{tenant="${tenant}",late="${seconds}"} ${overdue[count]}`,
  ),
  `boligflyt_overdue_latest_seconds{tenant="${tenant}"} ${overdue.latestSeconds}`,
];
