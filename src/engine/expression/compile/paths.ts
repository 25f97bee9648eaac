import { weekdayOf } from '../values/calendar-days.js';
import { isContext, isKinded, isList, type FeelTime, type FeelValue } from '../values/feel-value.js';
import { nanosPerDay, nanosPerHour, offsetOf } from '../values/instants.js';
import { daysDuration } from '../values/read-temporal.js';
import type { Run } from '../values/run.js';
import { fromDouble, roundNumber } from '../values/decimal.js';

type Kinded = Extract<FeelValue, { readonly kind: string }>;

/** What a path takes out of a value (DMN 1.5 §10.3.2.5 and Table 65); over a list, out of each item. */
export function member(value: FeelValue, name: string, run: Run): FeelValue {
  if (isContext(value)) return value.get(name) ?? run.miss(name);
  if (value === null) return null;
  if (isList(value)) {
    run.use(value.length);
    return value.map((item) => member(item, name, run));
  }
  const property = isKinded(value) ? propertyOf(value, name) : undefined;
  return property ?? run.miss(name);
}

function propertyOf(value: Kinded, name: string): FeelValue | undefined {
  switch (value.kind) {
    case 'date':
      return own(dateProperties, name)?.(value);
    case 'time':
      return own(timeProperties, name)?.(value);
    case 'date and time':
      return name === 'time offset'
        ? offsetProperty(value.time, offsetOf(value))
        : (own(dateProperties, name)?.(value.date) ?? own(timeProperties, name)?.(value.time));
    case 'days and time duration':
      return own(durationProperties, name)?.(value.nanos);
    case 'years and months duration':
      return name === 'years'
        ? Math.trunc(value.months / 12) + 0
        : name === 'months'
          ? (value.months % 12) + 0
          : undefined;
    case 'range':
      return rangeProperty(value, name);
    default:
      return undefined;
  }
}

// `date.constructor` is no property of a day.
const own = <Property>(properties: Readonly<Record<string, Property>>, name: string): Property | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined;

const dateProperties: Readonly<Record<string, (date: Extract<FeelValue, { readonly kind: 'date' }>) => FeelValue>> = {
  year: ({ year }) => year,
  month: ({ month }) => month,
  day: ({ day }) => day,
  weekday: weekdayOf,
};

const timeProperties: Readonly<Record<string, (time: FeelTime) => FeelValue>> = {
  hour: ({ hour }) => hour,
  minute: ({ minute }) => minute,
  second: ({ second, nano }) => (nano === 0 ? second : (fromDouble(second + nano / 1e9) ?? second)),
  'time offset': (time) => (time.offset === undefined ? null : offsetProperty(time, time.offset)),
  timezone: ({ zone }) => zone ?? null,
};

const offsetProperty = ({ offset, zone }: FeelTime, seconds: number): FeelValue =>
  offset === undefined && zone === undefined ? null : daysDuration(BigInt(seconds) * 1_000_000_000n);

const durationProperties: Readonly<Record<string, (nanos: bigint) => FeelValue>> = {
  days: (nanos) => Number(nanos / nanosPerDay),
  hours: (nanos) => Number((nanos / nanosPerHour) % 24n),
  minutes: (nanos) => Number((nanos / 60_000_000_000n) % 60n),
  seconds: (nanos) => roundNumber({ coefficient: nanos % 60_000_000_000n, exponent: -9 }) ?? 0,
};

function rangeProperty(value: Extract<FeelValue, { readonly kind: 'range' }>, name: string): FeelValue | undefined {
  switch (name) {
    case 'start':
      return value.start;
    case 'end':
      return value.end;
    case 'start included':
      return value.startIncluded;
    case 'end included':
      return value.endIncluded;
    default:
      return undefined;
  }
}

/** All values of a name anywhere inside a value, in the order in which they are written; none of them null. */
export function descendants(value: FeelValue, name: string, run: Run): readonly FeelValue[] {
  run.use(1);
  if (isList(value)) return value.flatMap((item) => descendants(item, name, run));
  if (!isContext(value)) return [];
  return [...value].flatMap(([key, inner]) => [
    ...(key === name && inner !== null ? [inner] : []),
    ...descendants(inner, name, run),
  ]);
}
