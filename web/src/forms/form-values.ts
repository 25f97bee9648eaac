import type { FormField } from './form-field.js';

/** What stands in a field while it is being filled in: one text, or several. */
export type FieldValue = string | readonly string[];

/** What stands in a form while it is being filled in. */
export type FormValues = Readonly<Record<string, FieldValue>>;

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The texts of a field that holds several. */
export const textsIn = (value: FieldValue | undefined): readonly string[] =>
  value === undefined || typeof value === 'string' ? [] : value;

/** The text of a field that holds one. */
export const textIn = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** The lines of a list field, without the empty ones. */
export const linesIn = (value: FieldValue | undefined): readonly string[] =>
  textIn(value)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The fields as they stand after what has been answered so far: some are asked, and some must be filled in, only after certain answers. */
export function fieldsAfter(fields: readonly FormField[], values: FormValues): readonly FormField[] {
  const isAnswered = ({ name, value }: { readonly name: string; readonly value: string }): boolean =>
    textIn(values[name]) === value;
  return fields
    .filter(({ askedAfter = [] }) => askedAfter.every(({ name, values: any }) => any.includes(textIn(values[name]))))
    .map((field) => (field.requiredAfter?.some(isAnswered) ? { ...field, required: true } : field));
}

function initialValue(field: FormField, known: unknown): FieldValue {
  const items: readonly unknown[] = Array.isArray(known) ? known : [];
  if (field.kind === 'choices') return items.map(textOf);
  return field.kind === 'list' ? items.map(textOf).join('\n') : textOf(known);
}

/** The form as it stands when it is opened: what is already known, and otherwise empty. */
export const initialValues = (fields: readonly FormField[], known: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, initialValue(field, known[field.name])]));

function variableOf(field: FormField, value: FieldValue | undefined): unknown {
  if (field.kind === 'choices') return textsIn(value);
  if (field.kind === 'list') return linesIn(value);
  const text = textIn(value).trim();
  if (field.kind === 'check') return text === 'true';
  if (text === '') return undefined;
  if (field.kind === 'yes-no') return text === 'true';
  return field.kind === 'number' || field.kind === 'integer' ? Number(text.replace(',', '.')) : text;
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** What is sent: typed values by name, without what was left empty and what may only be read. */
export const variablesOf = (fields: readonly FormField[], values: FormValues): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields
      .filter(({ readOnly }) => readOnly !== true)
      .map((field) => [field.name, variableOf(field, values[field.name])] as const)
      .filter(([, value]) => !isEmpty(value)),
  );

/** What empties the fields of a correction that may be left empty, where nothing is written in them. */
export const emptyOf = (fields: readonly FormField[]): Readonly<Record<string, null>> =>
  Object.fromEntries(
    fields
      .filter(({ kind, required }) => !required && !['check', 'choices', 'list', 'yes-no'].includes(kind))
      .map(({ name }) => [name, null]),
  );
