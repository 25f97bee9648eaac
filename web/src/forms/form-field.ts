import { z } from 'zod';

/** One answer to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What somebody may have answered: the text of a field's value. */
interface Answer {
  readonly name: string;
  readonly value: string;
}

/** One field of a form, read from its JSON Schema. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly kind:
    'text' | 'textarea' | 'date' | 'number' | 'integer' | 'yes-no' | 'check' | 'choice' | 'choices' | 'list';
  readonly required: boolean;
  readonly choices: readonly Choice[];
  /** A menu, however few there are to choose from: for one of many questions that are mostly left as they are. */
  readonly asMenu?: boolean;
  /** Answers to other fields after which this one must be filled in. */
  readonly requiredAfter?: readonly Answer[];
  /** Other fields, all of them answered with one of these, without which this one is not asked. */
  readonly askedAfter?: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Shown, but neither changed nor sent. */
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

const optionSchema = z.object({ const: z.union([z.string(), z.number(), z.boolean()]), title: z.string().optional() });

const answerSchema = z.union([z.string(), z.number(), z.boolean()]);

const propertySchema = z.object({
  type: z.enum(['string', 'number', 'integer', 'boolean', 'array']).default('string'),
  title: z.string().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  oneOf: z.array(optionSchema).optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  readOnly: z.boolean().optional(),
  'x-widget': z.string().optional(),
  'x-choices-from': z.string().optional(),
  'x-asked-after': z.record(z.string(), z.union([answerSchema, z.array(answerSchema)])).optional(),
  items: z.unknown().optional(),
});
type Property = z.infer<typeof propertySchema>;

const formSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
  allOf: z.array(z.unknown()).default([]),
});

const ruleSchema = z.object({
  if: z.object({ properties: z.record(z.string(), optionSchema) }),
  then: z.object({ required: z.array(z.string()) }),
});

/** The answers after which a field must be filled in. */
function answersBefore(name: string, rules: readonly z.infer<typeof ruleSchema>[]): readonly Answer[] {
  return rules
    .filter(({ then }) => then.required.includes(name))
    .flatMap((rule) => Object.entries(rule.if.properties))
    .map(([other, answer]) => ({ name: other, value: String(answer.const) }));
}

const choicesOf = ({ oneOf, enum: values }: Property): readonly Choice[] =>
  oneOf?.map((option) => ({ value: String(option.const), label: option.title ?? String(option.const) })) ??
  values?.map((value) => ({ value: String(value), label: String(value) })) ??
  [];

const isChosen = ({ oneOf, enum: values }: Property): boolean => oneOf !== undefined || values !== undefined;

function kindOfString(property: Property): FormField['kind'] {
  if (choicesOf(property).length > 0) return 'choice';
  if (property.format === 'date') return 'date';
  return property['x-widget'] === 'textarea' || (property.maxLength ?? 0) > 300 ? 'textarea' : 'text';
}

interface Source {
  readonly property: Property;
  readonly items: Property | undefined;
  readonly required: boolean;
}

function kindOf({ property, items, required }: Source): FormField['kind'] {
  // A question that must be answered needs a no as well as a yes; a box that may be ticked does not.
  if (property.type === 'boolean') return required ? 'yes-no' : 'check';
  // Nothing to choose from now is no reason to write freely.
  if (property.type === 'array') return items !== undefined && isChosen(items) ? 'choices' : 'list';
  if (property.type === 'string') return kindOfString(property);
  return choicesOf(property).length > 0 ? 'choice' : property.type;
}

/** Only the limits that the schema sets. */
function limitsOf({ description, readOnly, maxLength, minimum, maximum, minItems, maxItems }: Property) {
  return {
    ...(description === undefined ? {} : { description }),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(minItems === undefined ? {} : { minItems }),
    ...(maxItems === undefined ? {} : { maxItems }),
  };
}

const askedAfter = ({ 'x-asked-after': answers }: Property): Pick<FormField, 'askedAfter'> =>
  answers === undefined
    ? {}
    : { askedAfter: Object.entries(answers).map(([name, said]) => ({ name, values: [said].flat().map(String) })) };

type PlainField = Omit<FormField, 'requiredAfter'>;

function fieldOf(name: string, raw: unknown, required: boolean): PlainField {
  const property = propertySchema.parse(raw);
  const items = property.items === undefined ? undefined : propertySchema.parse(property.items);
  const kind = kindOf({ property, items, required });
  return {
    name,
    label: property.title ?? name,
    kind,
    required,
    choices: choicesOf(items ?? property),
    ...askedAfter(property),
    ...limitsOf(property),
  };
}

/** What is known when a form is opened. */
type Known = Readonly<Record<string, unknown>>;

const textList = z.array(z.string()).min(1);

/** A text field that takes its choices from a list that the case knows; without such a list it stays as it is drawn. */
function withKnownChoices(field: PlainField, raw: unknown, known: Known): PlainField {
  const source = propertySchema.parse(raw)['x-choices-from'];
  const { data } = textList.safeParse(source === undefined ? undefined : known[source]);
  if (data === undefined) return field;
  return { ...field, kind: 'choice', choices: data.map((value) => ({ value, label: value })) };
}

/** The fields of a form in the order in which its JSON Schema names them. */
export function fieldsOf(schema: unknown, known: Known = {}): readonly FormField[] {
  const { properties, required, allOf } = formSchema.parse(schema);
  const rules = allOf.flatMap((rule) => ruleSchema.safeParse(rule).data ?? []);
  return Object.entries(properties).map(([name, property]) => ({
    ...withKnownChoices(fieldOf(name, property, required.includes(name)), property, known),
    requiredAfter: answersBefore(name, rules),
  }));
}
