import { isContext, isList, type FeelKind, type FeelValue } from '../../expression/values/feel-value.js';
import { readDate, readDateTime, readDuration, readTime } from '../../expression/values/read-temporal.js';
import { shapeOf, type ItemType } from './item-type.js';

const readers: Partial<Record<FeelKind, (text: string) => FeelValue | undefined>> = {
  date: readDate,
  time: readTime,
  'date and time': readDateTime,
  'days and time duration': readDuration,
  'years and months duration': readDuration,
};

/** A value that came as JSON, where texts stand for dates, times and durations, as its declared type reads it. */
export function readAs(value: FeelValue, type: ItemType, deepest = 50): FeelValue {
  const shape = shapeOf(type);
  if (deepest === 0) return value;
  if (shape.kind === 'base' && typeof value === 'string') return readers[shape.base]?.(value) ?? value;
  if (shape.kind === 'list') {
    return isList(value)
      ? value.map((item) => readAs(item, shape.items, deepest - 1))
      : readAs(value, shape.items, deepest - 1);
  }
  if (shape.kind !== 'context' || !isContext(value)) return value;
  return new Map(
    [...value].map(([name, entry]) => {
      const entryType = shape.entries.get(name);
      return [name, entryType === undefined ? entry : readAs(entry, entryType, deepest - 1)];
    }),
  );
}
