import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { ChoiceInput } from './choice-input.js';
import { FieldLabel } from './field-label.js';
import type { FieldInputProps } from './field-label.js';
import { textIn } from './form-values.js';

function TextInput({ field, path, value, errorOf, change }: FieldInputProps) {
  const { t } = useTranslation();
  const isNumber = field.kind === 'number' || field.kind === 'integer';
  const description = field.description ?? (field.kind === 'list' ? t('form.listHint') : undefined);
  const shared = {
    id: `felt-${path}`,
    label: <FieldLabel field={field} />,
    error: errorOf(path),
    required: field.required,
    value: textIn(value),
    ...(description === undefined ? {} : { description }),
  };

  if (field.kind === 'textarea' || field.kind === 'list') {
    const counter = field.maxLength === undefined ? {} : { counter: field.maxLength };
    return <Textfield {...shared} {...counter} multiline rows={4} onChange={(event) => change(event.target.value)} />;
  }
  return (
    <Textfield
      {...shared}
      className={isNumber || field.kind === 'date' ? 'short' : 'medium'}
      type={field.kind === 'date' ? 'date' : 'text'}
      {...(isNumber ? { inputMode: field.kind === 'integer' ? 'numeric' : 'decimal' } : {})}
      onChange={(event) => change(event.target.value)}
    />
  );
}

function CheckInput({ field, path, value, errorOf, change }: FieldInputProps) {
  const isTicked = textIn(value) === 'true';
  return (
    <Checkbox
      id={`felt-${path}`}
      value="true"
      label={field.label}
      description={field.description}
      error={errorOf(path)}
      checked={isTicked}
      onChange={() => change(isTicked ? 'false' : 'true')}
    />
  );
}

function KnownValue({ field, value }: FieldInputProps) {
  const text = textIn(value);
  if (text === '') return null;
  return (
    <div className="known">
      <strong>{field.label}</strong>
      {field.description !== undefined && <span className="subtle block">{field.description}</span>}
      <div className="letter">{field.choices.find((choice) => choice.value === text)?.label ?? text}</div>
    </div>
  );
}

/** The input that suits a field. */
export function FieldInput(props: FieldInputProps) {
  const { kind, readOnly } = props.field;
  if (readOnly === true) return <KnownValue {...props} />;
  if (kind === 'check') return <CheckInput {...props} />;
  if (kind === 'choice' || kind === 'choices' || kind === 'yes-no') return <ChoiceInput {...props} />;
  return <TextInput {...props} />;
}
