import type { FormField } from './form-field.js';
import { linesIn, textIn, textsIn } from './form-values.js';
import type { FieldValue, FormValues } from './form-values.js';

/** What is wrong with a field; `path` is its name. */
export interface FieldError {
  readonly path: string;
  readonly label: string;
  readonly code:
    'required' | 'choice' | 'number' | 'integer' | 'minimum' | 'maximum' | 'few' | 'many' | 'tooLong' | 'date';
  readonly limit?: number;
}

type Fault = Pick<FieldError, 'code' | 'limit'>;

function numberFault(field: FormField, text: string): Fault | undefined {
  const number = Number(text.replace(',', '.'));
  if (Number.isNaN(number)) return { code: 'number' };
  if (field.kind === 'integer' && !Number.isInteger(number)) return { code: 'integer' };
  if (field.minimum !== undefined && number < field.minimum) return { code: 'minimum', limit: field.minimum };
  if (field.maximum !== undefined && number > field.maximum) return { code: 'maximum', limit: field.maximum };
  return undefined;
}

function itemsFault({ required, minItems = 0, maxItems }: FormField, count: number): Fault | undefined {
  if (count === 0) return required ? { code: 'required' } : undefined;
  if (count < minItems) return { code: 'few', limit: minItems };
  return maxItems !== undefined && count > maxItems ? { code: 'many', limit: maxItems } : undefined;
}

function textFault(field: FormField, text: string): Fault | undefined {
  if (text === '') return field.required ? { code: field.choices.length > 0 ? 'choice' : 'required' } : undefined;
  if (field.kind === 'number' || field.kind === 'integer') return numberFault(field, text);
  if (field.kind === 'date' && Number.isNaN(Date.parse(text))) return { code: 'date' };
  if (field.maxLength !== undefined && text.length > field.maxLength)
    return { code: 'tooLong', limit: field.maxLength };
  return undefined;
}

function faultOf(field: FormField, value: FieldValue | undefined): Fault | undefined {
  if (field.readOnly === true || field.kind === 'check') return undefined;
  if (field.kind === 'choices') return itemsFault(field, textsIn(value).length);
  if (field.kind === 'list') return itemsFault(field, linesIn(value).length);
  if (field.kind === 'yes-no' && textIn(value) === '') return { code: 'choice' };
  return textFault(field, textIn(value).trim());
}

/** Everything that must be put right before the form can be sent, in the order of its fields. */
export const errorsOf = (fields: readonly FormField[], values: FormValues): readonly FieldError[] =>
  fields.flatMap((field) => {
    const fault = faultOf(field, values[field.name]);
    return fault === undefined ? [] : [{ path: field.name, label: field.label, ...fault }];
  });
