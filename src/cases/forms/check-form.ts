import { isLocalDate } from '../../engine/index.js';
import { isList } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { FormField, FormSchema } from './form-schema.js';

/** What is wrong with one field, in Norwegian. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Everything that keeps `values` from being the result of the form; empty when nothing does. */
export function checkForm(form: FormSchema, values: JsonObject): readonly FieldProblem[] {
  const unknown = Object.keys(values)
    .filter((name) => !form.fields.has(name))
    .map((name) => ({ path: name, message: 'Skjemaet har ikke dette feltet.' }));
  const missing = requiredFields(form, values)
    .filter((name) => isBlank(values[name]))
    .map((name) => ({ path: name, message: `Fyll ut «${form.fields.get(name)?.title ?? name}».` }));
  const wrong = [...form.fields].flatMap(([name, field]) => {
    const value = values[name];
    return value === undefined || isBlank(value) ? [] : checkField(name, field, value);
  });
  return [...unknown, ...missing, ...wrong];
}

/** The fields that must be filled in, now that `values` are the answers. */
export const requiredFields = ({ required, conditions }: FormSchema, values: JsonObject): readonly string[] => [
  ...new Set([...required, ...conditions.flatMap((rule) => (values[rule.field] === rule.value ? rule.required : []))]),
];

/** A field is left open by not sending it, by null or by an empty text: forms send all three. */
const isBlank = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

function checkField(path: string, field: FormField, value: Json): readonly FieldProblem[] {
  if (isList(value))
    return field.type === 'array' ? checkItems(path, field, value) : [{ path, message: typeText[field.type] }];

  const message = complaint(field, value);
  return message === undefined ? [] : [{ path, message }];
}

function checkItems(path: string, field: FormField, values: readonly Json[]): readonly FieldProblem[] {
  if (values.length > field.maxItems) return [{ path, message: `Velg høyst ${field.maxItems}.` }];
  const { items } = field;
  return items === undefined ? [] : values.flatMap((value, index) => checkField(`${path}.${index}`, items, value));
}

function complaint(field: FormField, value: Json): string | undefined {
  if (!hasType(field, value)) return typeText[field.type];
  if (field.choices.length > 0 && !field.choices.includes(value)) return 'Velg ett av svarene i listen.';
  if (typeof value === 'string') return textComplaint(field, value);
  if (typeof value === 'number') return numberComplaint(field, value);
  return undefined;
}

function textComplaint(field: FormField, value: string): string | undefined {
  if (field.date && !isLocalDate(value)) return 'Skriv en dato som finnes: år-måned-dag.';
  return value.length > field.maxLength ? `Teksten kan ha høyst ${field.maxLength} tegn.` : undefined;
}

function numberComplaint({ minimum, maximum }: FormField, value: number): string | undefined {
  if (minimum !== undefined && value < minimum) return `Tallet må være minst ${minimum}.`;
  if (maximum !== undefined && value > maximum) return `Tallet kan være høyst ${maximum}.`;
  return undefined;
}

function hasType({ type }: FormField, value: Json): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return type !== 'array' && typeof value === type;
}

const typeText: Readonly<Record<FormField['type'], string>> = {
  string: 'Skriv en tekst.',
  number: 'Skriv et tall.',
  integer: 'Skriv et helt tall.',
  boolean: 'Svar ja eller nei.',
  array: 'Velg fra listen.',
};
