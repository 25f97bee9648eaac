import { listOf, objectOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';

/** What a text may not say: who it is about; that a home asks for abstinence. */
export type TextRule = 'identity' | 'sobriety';

/** One field of a form: the subset of JSON Schema 2020-12 that the web can draw. */
export interface FormField {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  readonly title: string;
  readonly date: boolean;
  /** The values that may be chosen; empty where anything of the type may be written. */
  readonly choices: readonly Json[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength: number;
  readonly maxItems: number;
  readonly items?: FormField;
  /** `"x-free-of"`: what may not stand in the text. */
  readonly freeOf: readonly TextRule[];
}

/** Fields that must be filled in when `field` is answered with `value`. */
export interface FormCondition {
  readonly field: string;
  readonly value: Json;
  readonly required: readonly string[];
}

/** A form as it is checked: its fields, and which of them must be filled in: always, or after a certain answer. */
export interface FormSchema {
  readonly fields: ReadonlyMap<string, FormField>;
  readonly required: readonly string[];
  readonly conditions: readonly FormCondition[];
}

const types = ['string', 'number', 'integer', 'boolean', 'array'] as const;
const textRules: readonly TextRule[] = ['identity', 'sobriety'];
const longestText = 4000;
const mostItems = 200;

/** Reads a stored form. What the subset does not know is not checked; fields without a known type are texts. */
export function parseForm(schema: JsonObject): FormSchema {
  const properties = Object.entries(objectOf(schema['properties']));
  return {
    fields: new Map(properties.map(([name, field]) => [name, parseField(name, objectOf(field))])),
    required: namesOf(schema['required']),
    conditions: listOf(schema['allOf']).flatMap((rule) => parseConditions(objectOf(rule))),
  };
}

/** `{ if: { properties: { field: { const } } }, then: { required } }`: the one kind of rule in `allOf` that forms know. */
function parseConditions({ if: asked, then }: JsonObject): readonly FormCondition[] {
  const required = namesOf(objectOf(then)['required']);
  return Object.entries(objectOf(objectOf(asked)['properties'])).flatMap(([field, answer]) => {
    const value = objectOf(answer)['const'];
    return value === undefined ? [] : [{ field, value, required }];
  });
}

function parseField(name: string, field: JsonObject): FormField {
  const choices = [
    ...listOf(field['enum']),
    ...listOf(field['oneOf']).flatMap((choice) => objectOf(choice)['const'] ?? []),
  ];
  const { title, minimum, maximum, maxLength, maxItems, items } = field;
  return {
    type: types.find((type) => type === field['type']) ?? 'string',
    title: typeof title === 'string' ? title : name,
    date: field['format'] === 'date',
    choices,
    freeOf: textRules.filter((rule) => listOf(field['x-free-of']).includes(rule)),
    maxLength: typeof maxLength === 'number' ? maxLength : longestText,
    maxItems: typeof maxItems === 'number' ? maxItems : mostItems,
    ...(typeof minimum === 'number' ? { minimum } : {}),
    ...(typeof maximum === 'number' ? { maximum } : {}),
    ...(items === undefined ? {} : { items: parseField(name, objectOf(items)) }),
  };
}

const namesOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((name) => typeof name === 'string');
