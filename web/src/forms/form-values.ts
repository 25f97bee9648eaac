import type { FormField } from './form-field.js';

/** What stands in a field while it is being filled in: text, several texts, or rows of fields. */
export type FieldValue = string | readonly string[] | readonly FormValues[];

/** What stands in a form while it is being filled in. */
export interface FormValues {
  readonly [name: string]: FieldValue;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The texts of a field that holds several. */
export const textsIn = (value: FieldValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The rows of a field that holds rows. */
export const rowsIn = (value: FieldValue | undefined): readonly FormValues[] =>
  Array.isArray(value) ? value.filter((item) => typeof item !== 'string') : [];

/** The text of a field that holds one. */
export const textIn = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

function initialValue(field: FormField, known: unknown): FieldValue {
  const items: readonly unknown[] = Array.isArray(known) ? known : [];
  if (field.kind === 'choices') return items.map(textOf);
  if (field.kind === 'list') return items.map(textOf).join('\n');
  if (field.kind === 'rows') return items.filter(isRecord).map((row) => initialValues(field.columns, row));
  return textOf(known);
}

/** The form as it stands when it is opened: what is already known, and otherwise empty. */
export const initialValues = (fields: readonly FormField[], known: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, initialValue(field, known[field.name])]));

function variableOf(field: FormField, value: FieldValue | undefined): unknown {
  if (field.kind === 'choices') return textsIn(value);
  if (field.kind === 'rows') return rowsIn(value).map((row) => variablesOf(field.columns, row));
  const text = textIn(value).trim();
  if (field.kind === 'list') return text.split('\n').flatMap((line) => line.trim() || []);
  if (text === '') return undefined;
  if (field.kind === 'yes-no') return text === 'true';
  return field.kind === 'number' || field.kind === 'integer' ? Number(text.replace(',', '.')) : text;
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** What is sent: typed values by name, without what was left empty. */
export const variablesOf = (fields: readonly FormField[], values: FormValues): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields
      .map((field) => [field.name, variableOf(field, values[field.name])] as const)
      .filter(([, value]) => !isEmpty(value)),
  );
