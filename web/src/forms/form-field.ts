import { z } from 'zod';

/** One answer to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One field of a form, read from its JSON Schema. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly kind:
    'text' | 'textarea' | 'date' | 'number' | 'integer' | 'yes-no' | 'choice' | 'choices' | 'list' | 'rows';
  readonly required: boolean;
  readonly choices: readonly Choice[];
  /** The fields of a row, when the field is a list of rows. */
  readonly columns: readonly FormField[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const optionSchema = z.object({ const: z.union([z.string(), z.number(), z.boolean()]), title: z.string().optional() });

const propertySchema = z.object({
  type: z.enum(['string', 'number', 'integer', 'boolean', 'array', 'object']).default('string'),
  title: z.string().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  oneOf: z.array(optionSchema).optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  'x-widget': z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
});
type Property = z.infer<typeof propertySchema>;

const formSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

const choicesOf = ({ oneOf, enum: values }: Property): readonly Choice[] =>
  oneOf?.map((option) => ({ value: String(option.const), label: option.title ?? String(option.const) })) ??
  values?.map((value) => ({ value: String(value), label: String(value) })) ??
  [];

function kindOfString(property: Property): FormField['kind'] {
  if (choicesOf(property).length > 0) return 'choice';
  if (property.format === 'date') return 'date';
  return property['x-widget'] === 'textarea' || (property.maxLength ?? 0) > 300 ? 'textarea' : 'text';
}

function kindOf(property: Property, items: Property | undefined): FormField['kind'] {
  if (property.type === 'boolean') return 'yes-no';
  if (property.type === 'number' || property.type === 'integer') {
    return choicesOf(property).length > 0 ? 'choice' : property.type;
  }
  if (property.type !== 'array') return kindOfString(property);
  if (items?.properties !== undefined) return 'rows';
  return items !== undefined && choicesOf(items).length > 0 ? 'choices' : 'list';
}

function fieldOf(name: string, raw: unknown, required: boolean): FormField {
  const property = propertySchema.parse(raw);
  const items = property.items === undefined ? undefined : propertySchema.parse(property.items);
  const { title, description, maxLength, minimum, maximum } = property;

  return {
    name,
    label: title ?? name,
    kind: kindOf(property, items),
    required,
    choices: choicesOf(items ?? property),
    columns: items?.properties === undefined ? [] : fieldsOf(items),
    ...(description === undefined ? {} : { description }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** The fields of a form in the order in which its JSON Schema names them. */
export function fieldsOf(schema: unknown): readonly FormField[] {
  const { properties, required } = formSchema.parse(schema);
  return Object.entries(properties).map(([name, property]) => fieldOf(name, property, required.includes(name)));
}
