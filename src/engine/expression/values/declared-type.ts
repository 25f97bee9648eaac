import type { Json } from '../../../shared/json.js';
import { coerce } from './conform.js';
import { isList, typeOf, type FeelType, type FeelValue } from './feel-value.js';
import { fromPlainJson } from './json.js';
import { readTextAs } from './read-text-as.js';
import type { BaseKind } from './type-names.js';

/** What a variable is declared to hold: a value of a base type, or a list of them. `duration` is either kind of duration. */
export interface DeclaredType {
  readonly base: BaseKind | 'duration';
  readonly isList: boolean;
}

/** The types that are declared for names (a `Map` will do); a name without one is plain JSON. */
export interface DeclaredTypes {
  readonly get: (name: string) => DeclaredType | undefined;
}

const kindsOf = ({ base }: DeclaredType): readonly BaseKind[] =>
  base === 'duration' ? ['days and time duration', 'years and months duration'] : [base];

const anyList: FeelType = { type: 'list', items: { type: 'Any' } };

/**
 * JSON as its declared type reads it: dates, times and durations from ISO 8601 texts, then as DMN 1.5 §10.3.2.9.4 coerces,
 * items of a list one by one. `undefined` where it is not of the type; null is of every type.
 */
export function readDeclared(json: Json, type: DeclaredType): FeelValue | undefined {
  const value = fromPlainJson(json);
  const list = type.isList ? coerce(value, anyList) : null;
  if (!isList(list)) return readOne(value, type);

  const items: FeelValue[] = [];
  for (const item of list) {
    const read = readOne(item, type);
    if (read === undefined) return undefined;
    items.push(read);
  }
  return items;
}

function readOne(value: FeelValue, type: DeclaredType): FeelValue | undefined {
  for (const kind of kindsOf(type)) {
    const read = coerce(readAs(value, kind), { type: kind });
    if (read !== undefined) return read;
  }
  return undefined;
}

const readAs = (value: FeelValue, kind: BaseKind): FeelValue => {
  if (typeof value === 'string') return readTextAs(value, kind);
  return isList(value) ? value.map((item) => readAs(item, kind)) : value;
};

/** Says that a variable does not hold what it is declared to hold: by name and kind, never by value (the case is not the reader’s). */
export function describeMismatch(name: string, type: DeclaredType, json: Json): string {
  const declared = type.isList ? `a list of type '${type.base}'` : `a ${type.base}`;
  const kind = typeOf(fromPlainJson(json));
  const found = type.isList && kind === 'list' ? 'one of its items is not' : `it is a ${kind}`;
  return `Expected variable '${name}' to be ${declared}, as it is declared, but ${found}`;
}
