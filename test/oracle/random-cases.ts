import type { DeadlinePause } from '../../src/engine/calendar/deadline-dates.js';
import type { DeadlineRule } from '../../src/engine/calendar/deadline-rule.js';
import { computeDeadline } from '../../src/engine/calendar/deadline.js';
import { dateOf, numberOf } from './day-numbers.js';
import { daysOff } from './days-off.js';
import { dueDay, type OracleRule } from './due-day.js';
import { wallClockMillis } from './norwegian-clock.js';
import { withoutStopped } from './stopped-days.js';

const first = numberOf('2024-01-01');
const span = numberOf('2040-12-31') - first + 1;
const units = ['D', 'W', 'M', 'Y', 'V'] as const;
const most = { D: 400, W: 60, M: 18, Y: 2, V: 90 } as const;
const moves = ['forward', 'backward', 'none'] as const;

/** Whole numbers below `below`, the same for the same seed (a linear congruential generator, the upper half of its bits). */
function dice(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

interface Case {
  readonly asked: OracleRule;
  readonly start: number;
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
  readonly extraDays: number;
}

function drawn(below: (limit: number) => number): Case {
  const unit = units[below(units.length)] ?? 'D';
  const asked = { count: 1 + below(most[unit]), unit, toMonthEnd: unit === 'M' && below(4) === 0 };
  const start = first + below(span);
  const pauses = Array.from({ length: Math.max(0, below(5) - 1) }, () => {
    const from = start + below(200);
    return { from, to: from + below(60) };
  });
  return {
    asked: { ...asked, move: moves[below(3)] ?? 'none' },
    start,
    pauses,
    extraDays: below(3) === 0 ? 1 + below(60) : 0,
  };
}

function ruleOf({ count, unit, toMonthEnd, move }: OracleRule): DeadlineRule {
  const period = `P${count}${unit}`;
  const length = unit === 'V' ? { workingDays: count } : toMonthEnd ? { period, to: 'monthEnd' as const } : { period };
  const told = { id: 'K', name: 'K', law: 'K', verified: true, validFrom: '2020-01-01', ladder: [] };
  return { ...told, length, rounding: move, kind: 'local' };
}

function isRight({ asked, start, pauses, extraDays }: Case): boolean {
  const raw = withoutStopped(asked, { start, pauses, off: daysOff }) + extraDays;
  const { due, legal } = dueDay({ ...asked, count: 0, unit: 'D', toMonthEnd: false }, raw, daysOff);
  const stood = pauses.map(({ from, to }, at): DeadlinePause => ({
    pause: at + 1,
    from: dateOf(from),
    to: dateOf(to),
    ground: 'local',
    reason: 'K',
  }));
  const extensions = extraDays === 0 ? [] : [{ days: extraDays, reason: 'K' }];
  const given = computeDeadline(ruleOf(asked), dateOf(start), { pauses: stood, extensions });
  const isDay = given.dueOn === dateOf(due) && given.legalOn === dateOf(legal);
  return isDay && Date.parse(given.dueAt) === wallClockMillis(due + 1, 0);
}

/**
 * The first of so many deadlines, drawn with a seed, in which the calendar and the oracle differ: any length, start, rounding,
 * pauses that overlap, and extension; undefined when they agree in all.
 */
export function firstDifference(seed: number, cases: number): Case | undefined {
  const below = dice(seed);
  for (let checked = 0; checked < cases; checked += 1) {
    const one = drawn(below);
    if (!isRight(one)) return one;
  }
  return undefined;
}
