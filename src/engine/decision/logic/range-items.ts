import { dateOfEpochDay, daysSinceEpoch } from '../../expression/values/calendar-days.js';
import { isKinded, type FeelList, type FeelRange, type FeelValue } from '../../expression/values/feel-value.js';
import type { Run } from '../../expression/values/run.js';

/** The whole numbers or days of a range, from its start to its end, also downwards; null where it has no such steps. */
export function itemsOfRange({ start, end, startIncluded, endIncluded }: FeelRange, run: Run): FeelList | null {
  const days = isDate(start) && isDate(end);
  const from = positionOf(start);
  const to = positionOf(end);
  if (from === undefined || to === undefined) {
    return run.warn('Expected a list, or a range of whole numbers or days, but got another range');
  }
  const step = from <= to ? 1 : -1;
  run.use(Math.abs(to - from) + 1);
  const positions: number[] = [];
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) positions.push(at);
  const inside = positions.slice(startIncluded ? 0 : 1, endIncluded ? undefined : -1);
  return days ? inside.map((day) => dateOfEpochDay(day) ?? null) : inside;
}

const isDate = (value: FeelValue): boolean => isKinded(value) && value.kind === 'date';

function positionOf(value: FeelValue): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return isKinded(value) && value.kind === 'date' ? daysSinceEpoch(value) : undefined;
}
