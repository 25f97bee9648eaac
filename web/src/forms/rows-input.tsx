import { Button, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { FieldInput, FieldLabel } from './field-input.js';
import type { FieldInputProps } from './field-input.js';
import { initialValues, rowsIn } from './form-values.js';
import type { FormValues } from './form-values.js';

interface RowProps extends Omit<FieldInputProps, 'value' | 'change'> {
  readonly row: FormValues;
  readonly number: number;
  readonly change: (row: FormValues) => void;
  readonly remove: () => void;
}

function Row({ field, path, row, number, errorOf, change, remove }: RowProps) {
  const { t } = useTranslation();

  return (
    <Fieldset className="row">
      <Fieldset.Legend>{t('form.item', { number })}</Fieldset.Legend>
      {field.columns.map((column) => (
        <FieldInput
          key={column.name}
          field={column}
          path={`${path}.${column.name}`}
          value={row[column.name]}
          errorOf={errorOf}
          change={(value) => change({ ...row, [column.name]: value })}
        />
      ))}
      <Button variant="tertiary" data-size="sm" onClick={remove}>
        {t('form.remove', { number })}
      </Button>
    </Fieldset>
  );
}

/** A list of rows, each with its own fields: alternatives of an offer, sites, statements. */
export function RowsInput({ field, path, value, errorOf, change }: FieldInputProps) {
  const { t } = useTranslation();
  const rows = rowsIn(value);
  const error = errorOf(path);

  return (
    <Fieldset>
      <Fieldset.Legend>
        <FieldLabel field={field} />
      </Fieldset.Legend>
      {field.description !== undefined && <Fieldset.Description>{field.description}</Fieldset.Description>}
      {rows.map((row, index) => (
        <Row
          key={index}
          field={field}
          path={`${path}.${index}`}
          row={row}
          number={index + 1}
          errorOf={errorOf}
          change={(next) => change(rows.with(index, next))}
          remove={() => change(rows.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button
          id={`felt-${path}`}
          variant="secondary"
          data-size="sm"
          onClick={() => change([...rows, initialValues(field.columns, {})])}
        >
          {t('form.add')}
        </Button>
      </div>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
