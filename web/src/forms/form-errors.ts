import type { FormField } from './form-field.js';
import { rowsIn, textIn, textsIn } from './form-values.js';
import type { FieldValue, FormValues } from './form-values.js';

/** What is wrong with a field; `path` is its name, or `rows.0.name` in a list of rows. */
export interface FieldError {
  readonly path: string;
  readonly label: string;
  readonly code: 'required' | 'choice' | 'number' | 'integer' | 'minimum' | 'maximum' | 'tooLong' | 'date';
  readonly limit?: number;
}

type Fault = Pick<FieldError, 'code' | 'limit'>;

const isMissing = (field: FormField, value: FieldValue | undefined): boolean => {
  if (field.kind === 'choices') return textsIn(value).length === 0;
  return field.kind === 'rows' ? rowsIn(value).length === 0 : textIn(value).trim() === '';
};

function numberFault(field: FormField, text: string): Fault | undefined {
  const number = Number(text.replace(',', '.'));
  if (Number.isNaN(number)) return { code: 'number' };
  if (field.kind === 'integer' && !Number.isInteger(number)) return { code: 'integer' };
  if (field.minimum !== undefined && number < field.minimum) return { code: 'minimum', limit: field.minimum };
  if (field.maximum !== undefined && number > field.maximum) return { code: 'maximum', limit: field.maximum };
  return undefined;
}

function faultOf(field: FormField, value: FieldValue | undefined): Fault | undefined {
  if (isMissing(field, value)) {
    if (!field.required) return undefined;
    return { code: ['choice', 'choices', 'yes-no'].includes(field.kind) ? 'choice' : 'required' };
  }
  const text = textIn(value).trim();
  if (field.kind === 'number' || field.kind === 'integer') return numberFault(field, text);
  if (field.kind === 'date' && Number.isNaN(Date.parse(text))) return { code: 'date' };
  if (field.maxLength !== undefined && text.length > field.maxLength)
    return { code: 'tooLong', limit: field.maxLength };
  return undefined;
}

/** Everything that must be put right before the form can be sent, in the order of its fields. */
export function errorsOf(fields: readonly FormField[], values: FormValues, prefix = ''): readonly FieldError[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.name}`;
    const value = values[field.name];
    const fault = faultOf(field, value);
    if (fault !== undefined) return [{ path, label: field.label, ...fault }];
    return rowsIn(value).flatMap((row, index) => errorsOf(field.columns, row, `${path}.${index}.`));
  });
}
