import { evaluate } from '../../engine/index.js';
import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { RefusalError } from '../refusal.js';

/** Variables with every `{"$feel": "…"}` in them replaced by its value. */
export function readFeelValues(variables: JsonObject, field: string): JsonObject {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, readFeelValue(value, `${field}.${name}`)]),
  );
}

function readFeelValue(value: Json, place: string): Json {
  if (Array.isArray(value)) return value.map((item: Json, at) => readFeelValue(item, `${place}[${at}]`));
  if (!isObject(value)) return value;

  const source = value['$feel'];
  if (source === undefined || Object.keys(value).length > 1) return readFeelValues(value, place);
  const evaluated = typeof source === 'string' ? evaluate(source, {}) : undefined;
  if (evaluated?.ok === true) return evaluated.value;

  const why = evaluated === undefined ? 'it is no text' : evaluated.message;
  throw new RefusalError('BAD_REQUEST', `Expected '${place}' to be FEEL that has a value, but: ${why}`, {
    field: place,
  });
}
