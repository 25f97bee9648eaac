import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { buildingsQuery } from '../../api/queries.js';

interface ChoosingProps {
  readonly building: string;
  readonly choose: (building: string) => void;
}

/** Chooses a building, or all of them; says how many homes are free in each. */
export function BuildingChoice({ building, choose }: ChoosingProps) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(buildingsQuery());
  return (
    <Field data-size="sm">
      <Label>{t('homes.building')}</Label>
      <Select value={building} onChange={(event) => choose(event.target.value)}>
        <Select.Option value="">{t('homes.everyBuilding')}</Select.Option>
        {data.items.map(({ id, name, free, homes }) => (
          <Select.Option key={id} value={id}>
            {t('homes.withFree', { name, free, homes })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
