import { isContext, isList, type FeelValue } from '../../expression/values/feel-value.js';
import { readTextAs } from '../../expression/values/read-text-as.js';
import { shapeOf, type ItemType } from './item-type.js';

/** A value that came as JSON, where texts stand for dates, times and durations, as its declared type reads it. */
export function readAs(value: FeelValue, type: ItemType, deepest = 50): FeelValue {
  const shape = shapeOf(type);
  if (deepest === 0) return value;
  if (shape.kind === 'base' && typeof value === 'string') return readTextAs(value, shape.base);
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
