import { useTranslation } from 'react-i18next';
import type { FormField } from './form-field.js';
import type { FieldValue } from './form-values.js';

/** What every kind of input is given. */
export interface FieldInputProps {
  readonly field: FormField;
  readonly path: string;
  readonly value: FieldValue | undefined;
  readonly errorOf: (path: string) => string | undefined;
  readonly change: (value: FieldValue) => void;
}

/** The label of a field, with the word that says whether it must be filled in. */
export function FieldLabel({ field }: { readonly field: FormField }) {
  const { t } = useTranslation();
  return (
    <>
      {field.label} <span className="subtle">{t(field.required ? 'form.required' : 'form.optional')}</span>
    </>
  );
}
