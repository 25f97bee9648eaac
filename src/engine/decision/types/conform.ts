import {
  isContext,
  isKinded,
  isList,
  typeOf,
  type FeelDate,
  type FeelValue,
} from '../../expression/values/feel-value.js';
import { midnightOf } from '../../expression/values/instants.js';
import type { Run } from '../../expression/values/run.js';
import { shapeOf, type ItemType } from './item-type.js';

/** Whether a value is of a type (DMN 1.5 §10.3.2.9.3). Null is of every type; a context may have more entries. */
export function conforms(value: FeelValue, type: ItemType, run: Run): boolean {
  run.use(1);
  if (value === null) return true;
  switch (type.kind) {
    case 'any':
      return true;
    case 'named':
      return conforms(value, type.find(), run);
    case 'restricted':
      return conforms(value, type.of, run) && type.isAllowed(value, run);
    case 'base':
      return typeOf(value) === type.base;
    case 'list':
      return isList(value) && value.every((item) => conforms(item, type.items, run));
    case 'range':
      return isRangeOf(value, type.of, run);
    case 'function':
      return isKinded(value) && value.kind === 'function';
    case 'context':
      return (
        isContext(value) &&
        [...type.entries].every(([name, entry]) => value.has(name) && conforms(value.get(name) ?? null, entry, run))
      );
  }
}

const isRangeOf = (value: FeelValue, type: ItemType, run: Run): boolean =>
  isKinded(value) && value.kind === 'range' && conforms(value.start, type, run) && conforms(value.end, type, run);

/**
 * A value as a declared type wants it (DMN 1.5 §10.3.2.9.4): itself, in a list, out of its list, a date as its midnight
 * in UTC; null, with the reason, where none of these is of the type.
 */
export function coerceTo(value: FeelValue, type: ItemType, run: Run): FeelValue {
  if (type.kind === 'any' || conforms(value, type, run)) return value;
  const converted = convert(value, type, run);
  return converted === undefined
    ? run.warn(`Expected ${describeType(type)}, but got ${describeKind(value)}`)
    : converted;
}

function convert(value: FeelValue, type: ItemType, run: Run): FeelValue | undefined {
  const shape = shapeOf(type);
  const candidates: (FeelValue | undefined)[] = [
    shape.kind === 'list' && !isList(value) ? [value] : undefined,
    shape.kind !== 'list' ? onlyItem(value) : undefined,
    shape.kind === 'base' && shape.base === 'date and time' && isDate(value) ? midnightOf(value) : undefined,
  ];
  return candidates.find((candidate) => candidate !== undefined && conforms(candidate, type, run));
}

// What is alone in a list that is alone in a list is alone, too.
function onlyItem(value: FeelValue, deepest = 20): FeelValue | undefined {
  if (!isList(value) || value.length !== 1 || deepest === 0) return undefined;
  const [only = null] = value;
  return onlyItem(only, deepest - 1) ?? only;
}

const isDate = (value: FeelValue): value is FeelDate => isKinded(value) && value.kind === 'date';

function describeType(type: ItemType): string {
  if (type.kind === 'named') return `a value of type '${type.name}'`;
  if (type.kind === 'restricted') return `a value among ${type.written}`;
  const shape = shapeOf(type);
  return `a ${shape.kind === 'base' ? shape.base : shape.kind}`;
}

// Says what kind of value was in the way, never the value: messages are read by people who may not know the case.
const describeKind = (value: FeelValue): string => (value === null ? 'null' : `a ${typeOf(value)}`);
