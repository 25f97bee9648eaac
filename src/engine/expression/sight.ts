import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { DeclaredTypes } from './values/declared-type.js';

/** What an expression of a process sees: variables as plain JSON, and the types that are declared for some of them. */
export interface Sight {
  readonly variables: JsonObject;
  /** Absent where no name in sight has a declared type. */
  readonly types?: DeclaredTypes | undefined;
  /** The time that `now()` gives: that of the command. */
  readonly at?: Instant | undefined;
}

/** A sight with variables laid over it: they hide those of the same name, and have the types of `types` if any. */
export function layOver(sight: Sight, variables: JsonObject, types?: DeclaredTypes): Sight {
  const seen = { ...sight.variables, ...variables };
  const { at } = sight;
  if (sight.types === undefined && types === undefined) return { variables: seen, at };
  const typeOf: DeclaredTypes['get'] = (name) => (Object.hasOwn(variables, name) ? types : sight.types)?.get(name);
  return { variables: seen, at, types: { get: typeOf } };
}
