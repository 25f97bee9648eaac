import {
  isContext,
  isKinded,
  isList,
  typeOf,
  type FeelContext,
  type FeelFunction,
  type FeelType,
  type FeelValue,
} from './feel-value.js';
import { midnightOf } from './instants.js';

/** Whether a value is an instance of a type (DMN 1.5 §10.3.2.9.2); null is an instance of `Null` only. */
export function instanceOf(value: FeelValue, type: FeelType): boolean {
  if (type.type === 'Null') return value === null;
  if (value === null) return false;
  if (type.type === 'Any') return true;
  if ('items' in type) return isList(value) && value.every((item) => item === null || instanceOf(item, type.items));
  if ('entries' in type) return isContext(value) && hasEntries(value, type.entries);
  if ('of' in type) return isRangeOf(value, type.of);
  if ('result' in type) return isKinded(value) && value.kind === 'function' && fits(value, type.parameters);
  return typeOf(value) === type.type;
}

function hasEntries(context: FeelContext, entries: ReadonlyMap<string, FeelType>): boolean {
  return [...entries].every(([name, type]) => {
    const value = context.get(name);
    return value !== undefined && (value === null || instanceOf(value, type));
  });
}

function isRangeOf(value: FeelValue, type: FeelType): boolean {
  if (!isKinded(value) || value.kind !== 'range') return false;
  return [value.start, value.end].every((end) => end === null || instanceOf(end, type));
}

function fits(value: FeelFunction, parameters: readonly FeelType[]): boolean {
  return (
    value.parameters.length === parameters.length &&
    value.parameters.every(({ type }, at) => {
      const given = parameters[at];
      return type === undefined || type.type === 'Any' || given === undefined || given.type === type.type;
    })
  );
}

/**
 * A value as a type wants it (DMN 1.5 §10.3.2.9.4): as it is, the only item of a list, a list of it alone, or the midnight
 * of a day; `undefined` where none of these fits. Null fits everywhere.
 */
export function coerce(value: FeelValue, type: FeelType): FeelValue | undefined {
  if (value === null || instanceOf(value, type)) return value;
  const only = isList(value) && value.length === 1 ? value[0] : undefined;
  if (only !== undefined && instanceOf(only, type)) return only;
  if (type.type === 'list' && !isList(value)) {
    const list = [value];
    return instanceOf(list, type) ? list : undefined;
  }
  if (type.type === 'date and time' && isKinded(value) && value.kind === 'date') return midnightOf(value);
  return undefined;
}
