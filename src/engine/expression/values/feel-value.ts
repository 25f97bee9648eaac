import type { Run } from './run.js';

/** A number with up to 34 digits that a double cannot hold: `coefficient × 10^exponent`, without zeros at its end. */
export interface BigDecimal {
  readonly kind: 'number';
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** A FEEL number (DMN 1.5 §10.3.2.3.1): a JS number where its shortest text is exact (15 digits), else a `BigDecimal`. */
export type FeelNumber = number | BigDecimal;

/** A day of the proleptic Gregorian calendar. */
export interface FeelDate {
  readonly kind: 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time of the day, local, or with an offset from UTC in seconds, or in a named zone. */
export interface FeelTime {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nano: number;
  readonly offset?: number;
  readonly zone?: string;
}

/** A day and a time; where the time has an offset or a zone it is a point on the time line. */
export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly date: FeelDate;
  readonly time: FeelTime;
}

/** A length of time in nanoseconds. */
export interface DaysDuration {
  readonly kind: 'days and time duration';
  readonly nanos: bigint;
}

/** A length of time in months. */
export interface MonthsDuration {
  readonly kind: 'years and months duration';
  readonly months: number;
}

/** Everything between two end points; an end point that is null is open without limit. */
export interface FeelRange {
  readonly kind: 'range';
  readonly start: FeelValue;
  readonly end: FeelValue;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  /** How it is written, where that makes it another range than one with the same ends: `(= 5)`, `(!= 5)`, `(null..5)`. */
  readonly form?: '=' | '!=' | 'null end';
}

/** A parameter of a function: its name, and its type when one is declared. */
export interface FeelParameter {
  readonly name: string;
  readonly type?: FeelType;
}

/** Something that can be called: written in FEEL, built in, or brought by a decision model. */
export interface FeelFunction {
  readonly kind: 'function';
  readonly parameters: readonly FeelParameter[];
  /** Takes more or fewer values than it has parameters, and looks at them itself. */
  readonly isFree?: boolean;
  /** The type of what it gives, where that can be seen; without it, any. */
  readonly result?: FeelType;
  /** How it is written, where it is written in FEEL. */
  readonly source?: string;
  /** Called with one value per parameter, each of the parameter's type; may give up by way of `run`. */
  readonly invoke: (values: readonly FeelValue[], run: Run) => FeelValue;
}

/** A list; never changed. */
export type FeelList = readonly FeelValue[];

/** A context: names and values; never changed, and without any prototype. */
export type FeelContext = ReadonlyMap<string, FeelValue>;

/** Any value of FEEL. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelRange
  | FeelFunction
  | FeelList
  | FeelContext;

/** A type of FEEL (DMN 1.5 §10.3.2.9), for `instance of`, parameters and declared variables. */
export type FeelType =
  | { readonly type: FeelKind | 'Any' | 'Null' }
  | { readonly type: 'list'; readonly items: FeelType }
  | { readonly type: 'range'; readonly of: FeelType }
  | { readonly type: 'context'; readonly entries: ReadonlyMap<string, FeelType> }
  | { readonly type: 'function'; readonly parameters: readonly FeelType[]; readonly result: FeelType };

/** What kind of value a value is, by FEEL's own name for it. */
export type FeelKind =
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'context'
  | 'range'
  | 'function';

/** Whether a value is a list. */
export const isList = (value: FeelValue | undefined): value is FeelList => Array.isArray(value);

/** Whether a value is a context. */
export const isContext = (value: FeelValue | undefined): value is FeelContext => value instanceof Map;

/** Whether a value is a number. */
export const isNumber = (value: FeelValue | undefined): value is FeelNumber =>
  typeof value === 'number' || (isKinded(value) && value.kind === 'number');

/** Whether a value is of one of the kinds that say so themselves: no number, text, boolean, list or context. */
export const isKinded = (
  value: FeelValue | undefined,
): value is Exclude<FeelValue, null | boolean | string | number | FeelList | FeelContext> =>
  typeof value === 'object' && value !== null && 'kind' in value;

/** The kind of a value by FEEL's name for it; `null` for null. */
export function typeOf(value: FeelValue): FeelKind | null {
  if (value === null) return null;
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (isList(value)) return 'list';
  return isKinded(value) ? value.kind : 'context';
}
