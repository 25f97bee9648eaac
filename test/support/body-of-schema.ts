import fc from 'fast-check';

/** A schema of the API's own description (OpenAPI 3), as far as bodies use it. */
export interface BodySchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly BodySchema[];
  readonly oneOf?: readonly BodySchema[];
  readonly items?: BodySchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | BodySchema;
}

/** What bodies are made of. */
export interface BodyParts {
  readonly schemas: Readonly<Record<string, BodySchema>>;
  /** Ids of what there is, so that a body may be about something. */
  readonly ids: readonly string[];
  /** How far in a reference stands; a schema may stand in itself. */
  readonly depth?: number;
}

const days = ['2026-01-01', '2026-11-23', '2026-12-24', '2027-02-28', '0001-01-01', '9999-12-31'];

/** Bodies as the schema describes them: often right, and then about something that there is. */
export function bodyOf(schema: BodySchema, parts: BodyParts): fc.Arbitrary<unknown> {
  const { $ref, type, enum: choices, anyOf, oneOf } = schema;
  const inner = (one: BodySchema): fc.Arbitrary<unknown> => bodyOf(one, parts);
  if ($ref !== undefined) {
    const { schemas, depth = 0 } = parts;
    if (depth > 2) return fc.jsonValue({ maxDepth: 1 });
    return bodyOf(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, { ...parts, depth: depth + 1 });
  }
  if (choices !== undefined) return fc.constantFrom(...choices);
  const several = anyOf ?? oneOf;
  if (several !== undefined) return fc.oneof(...several.map(inner));
  switch (type) {
    case 'string':
      return textOf(schema, parts.ids);
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? -9, -1e6), max: Math.min(schema.maximum ?? 99, 1e6) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(inner(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: (schema.minItems ?? 0) + 2,
      });
    case 'object':
      return objectOf(schema, inner);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function textOf({ format, minLength = 0, maxLength = 60 }: BodySchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (format === 'date') return fc.constantFrom(...days);
  if (format === 'date-time') return fc.constantFrom(...days.map((day) => `${day}T08:00:00.000Z`));
  const words = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, Math.max(minLength, 40)) });
  return fc.oneof({ arbitrary: fc.constantFrom(...ids), weight: 2 }, { arbitrary: words, weight: 3 });
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: BodySchema,
  inner: (one: BodySchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  if (typeof additionalProperties === 'object' && Object.keys(properties).length === 0)
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), inner(additionalProperties), { maxKeys: 3 });
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inner(one)]));
  const known = required.filter((name) => name in fields);
  return fc.record(fields, { requiredKeys: known });
}
