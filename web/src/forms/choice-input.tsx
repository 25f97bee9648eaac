import { Checkbox, Field, Fieldset, Label, Radio, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { FieldLabel } from './field-label.js';
import type { FieldInputProps } from './field-label.js';
import type { Choice } from './form-field.js';
import { textIn, textsIn } from './form-values.js';

const mostRadios = 6;

function LongChoice({ field, path, value, errorOf, change }: FieldInputProps) {
  const { t } = useTranslation();
  const error = errorOf(path);

  return (
    <Field className="medium">
      <Label>
        <FieldLabel field={field} />
      </Label>
      {field.description !== undefined && <Field.Description>{field.description}</Field.Description>}
      <Select
        id={`felt-${path}`}
        value={textIn(value)}
        aria-invalid={error !== undefined}
        onChange={(event) => change(event.target.value)}
      >
        <Select.Option value="">{t('form.choose')}</Select.Option>
        {field.choices.map((choice) => (
          <Select.Option key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}

function useChoices(field: FieldInputProps['field']): readonly Choice[] {
  const { t } = useTranslation();
  if (field.kind !== 'yes-no') return field.choices;
  return [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ];
}

function ChoiceList({ field, path, value, errorOf, change }: FieldInputProps) {
  const choices = useChoices(field);
  const isInvalid = errorOf(path) !== undefined;
  const chosen = textsIn(value);

  return choices.map((choice, index) => {
    const id = index === 0 ? `felt-${path}` : `felt-${path}-${choice.value}`;
    const shared = { id, name: path, label: choice.label, value: choice.value, 'aria-invalid': isInvalid };
    if (field.kind !== 'choices') {
      const isChosen = textIn(value) === choice.value;
      return <Radio key={choice.value} {...shared} checked={isChosen} onChange={() => change(choice.value)} />;
    }
    const isChosen = chosen.includes(choice.value);
    const others = chosen.filter((text) => text !== choice.value);
    const toggle = () => change(isChosen ? others : [...chosen, choice.value]);
    return <Checkbox key={choice.value} {...shared} checked={isChosen} onChange={toggle} />;
  });
}

/** One or several of a list: radio buttons, check boxes, or a menu when the list is long. */
export function ChoiceInput(props: FieldInputProps) {
  const { field, path, errorOf } = props;
  const error = errorOf(path);
  if (field.kind === 'choice' && (field.asMenu || field.choices.length > mostRadios)) return <LongChoice {...props} />;

  return (
    <Fieldset>
      <Fieldset.Legend>
        <FieldLabel field={field} />
      </Fieldset.Legend>
      {field.description !== undefined && <Fieldset.Description>{field.description}</Fieldset.Description>}
      <ChoiceList {...props} />
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
