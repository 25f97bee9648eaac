import { listOf, objectOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';

/** Why what was answered is refused, though every field is filled in as it may be. */
export interface Refused {
  /** One of the codes of the API. */
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/**
 * What the law refuses, of the rules in `x-refusals` of a form: `{ code, when?, needs, text }`. A rule counts where every answer is as
 * `when` says, and refuses where a field is not as `needs` says: this value, or filled in at all where `needs` says null. A rule without
 * `needs` always refuses. Answers are what is sent and, for the fields that cannot be written, what the case knows.
 */
export function refusedBy(schema: JsonObject, answers: JsonObject, known: JsonObject): Refused | undefined {
  const properties = objectOf(schema['properties']);
  const sure = Object.entries(known).filter(([name]) => objectOf(properties[name])['readOnly'] === true);
  const values = { ...answers, ...Object.fromEntries(sure) };
  return listOf(schema['x-refusals'])
    .flatMap((rule) => broken(objectOf(rule), values) ?? [])
    .at(0);
}

function broken({ code, when, needs, text }: JsonObject, values: JsonObject): Refused | undefined {
  const asked = Object.entries(objectOf(when));
  if (!asked.every(([name, value]) => values[name] === value)) return undefined;
  const path =
    needs === undefined
      ? asked[0]?.[0]
      : Object.entries(objectOf(needs)).find(([name, value]) => !isAs(value, values[name]))?.[0];
  return path === undefined ? undefined : { code: String(code), path, message: String(text) };
}

const isAs = (wanted: Json, value: Json | undefined): boolean =>
  wanted === null ? typeof value === 'string' && value.trim() !== '' : value === wanted;
