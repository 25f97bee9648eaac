import {
  isContext,
  isKinded,
  isList,
  typeOf,
  type FeelContext,
  type FeelFunction,
  type FeelList,
  type FeelType,
  type FeelValue,
} from './feel-value.js';
import { midnightOf } from './instants.js';
import type { Meter } from './run.js';

const free: Meter = { use: () => undefined };

/** Whether a value is an instance of a type (DMN 1.5 §10.3.2.9.2); null is an instance of `Null` only. */
export function instanceOf(value: FeelValue, type: FeelType, meter: Meter = free): boolean {
  meter.use(1);
  if (type.type === 'Null') return value === null;
  if (value === null) return false;
  if (type.type === 'Any') return true;
  if ('items' in type) return isList(value) && areItems(value, type.items, meter);
  if ('entries' in type) return isContext(value) && hasEntries(value, type.entries, meter);
  if ('of' in type) return isRangeOf(value, type.of, meter);
  if ('result' in type) return isKinded(value) && value.kind === 'function' && fits(value, type);
  return typeOf(value) === type.type;
}

function areItems(list: FeelList, type: FeelType, meter: Meter): boolean {
  const items = list.filter((item) => item !== null);
  const functions = items.filter((item) => isKinded(item) && item.kind === 'function');
  if (!('result' in type) || functions.length < items.length) {
    return items.every((item) => instanceOf(item, type, meter));
  }
  const isShared = sharedParameters(functions, meter);
  return functions.every((item) => {
    const parameters = item.parameters.map(({ name, type }, at) => (isShared[at] && type ? { name, type } : { name }));
    return fits({ ...item, parameters }, type);
  });
}

// The type of a list is what its items have in common: where functions take different things, any.
function sharedParameters(functions: readonly FeelFunction[], meter: Meter): readonly boolean[] {
  const [first] = functions;
  meter.use(functions.length);
  return (first?.parameters ?? []).map(({ type: own = anyType }, at) =>
    functions.every(({ parameters }) => {
      const { type = anyType } = parameters[at] ?? {};
      return conforms(type, own) && conforms(own, type);
    }),
  );
}

function hasEntries(context: FeelContext, entries: ReadonlyMap<string, FeelType>, meter: Meter): boolean {
  return [...entries].every(([name, type]) => {
    const value = context.get(name);
    return value !== undefined && (value === null || instanceOf(value, type, meter));
  });
}

function isRangeOf(value: FeelValue, type: FeelType, meter: Meter): boolean {
  if (!isKinded(value) || value.kind !== 'range') return false;
  return [value.start, value.end].every((end) => end === null || instanceOf(end, type, meter));
}

function fits(value: FeelFunction, wanted: Extract<FeelType, { readonly result: FeelType }>): boolean {
  const { parameters, result = anyType } = value;
  return (
    parameters.length === wanted.parameters.length &&
    parameters.every(({ type = anyType }, at) => conforms(wanted.parameters[at] ?? anyType, type)) &&
    (result.type === 'Any' || conforms(result, wanted.result))
  );
}

const anyType: FeelType = { type: 'Any' };

/** Whether every value of a type is one of another type (DMN 1.5 §10.3.2.9.3). */
function conforms(type: FeelType, wanted: FeelType): boolean {
  if (wanted.type === 'Any' || type.type === 'Null') return true;
  if (type.type !== wanted.type) return false;
  if ('items' in wanted) return 'items' in type && conforms(type.items, wanted.items);
  if ('of' in wanted) return 'of' in type && conforms(type.of, wanted.of);
  if ('entries' in wanted) return 'entries' in type && conformEntries(type.entries, wanted.entries);
  if (!('result' in wanted) || !('result' in type)) return true;
  return (
    type.parameters.length === wanted.parameters.length &&
    type.parameters.every((parameter, at) => conforms(wanted.parameters[at] ?? anyType, parameter)) &&
    conforms(type.result, wanted.result)
  );
}

function conformEntries(entries: ReadonlyMap<string, FeelType>, wanted: ReadonlyMap<string, FeelType>): boolean {
  return [...wanted].every(([name, type]) => {
    const own = entries.get(name);
    return own !== undefined && conforms(own, type);
  });
}

/**
 * A value as a type wants it (DMN 1.5 §10.3.2.9.4): as it is, the only item of a list, a list of it alone, or the midnight
 * of a day; `undefined` where none of these fits. Null fits everywhere.
 */
export function coerce(value: FeelValue, type: FeelType, meter: Meter = free): FeelValue | undefined {
  if (value === null || instanceOf(value, type, meter)) return value;
  const only = isList(value) && value.length === 1 ? value[0] : undefined;
  if (only !== undefined && instanceOf(only, type, meter)) return only;
  if (type.type === 'list' && !isList(value)) {
    const list = [value];
    return instanceOf(list, type, meter) ? list : undefined;
  }
  if (type.type === 'date and time' && isKinded(value) && value.kind === 'date') return midnightOf(value);
  return undefined;
}
