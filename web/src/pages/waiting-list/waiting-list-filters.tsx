import type { WaitingListView } from '@contract/waiting-list.contract.js';
import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { WaitingWanted } from '../../api/queries.js';
import { PageLink } from '../../components/page-link.js';

interface FiltersProps {
  readonly list: WaitingListView | undefined;
  readonly wanted: WaitingWanted;
  readonly choose: (wanted: WaitingWanted) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly every: string;
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly choose: (value: string) => void;
}

function Choice({ label, every, value, choices, choose }: ChoiceProps) {
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={({ target }) => choose(target.value)}>
        <Select.Option value="">{every}</Select.Option>
        {choices.map(({ id, text }) => (
          <Select.Option key={id} value={id}>
            {text}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

/** Which part of the list is shown, how many that is, and by which version of the key. */
export function WaitingListFilters({ list, wanted, choose }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="tools" role="group" aria-label={t('waitingList.filters')}>
      <Choice
        label={t('waitingList.group')}
        every={t('waitingList.everyGroup')}
        value={wanted.group}
        choices={(list?.groups ?? []).map(({ group, people }) => ({
          id: String(group),
          text: t('waitingList.groupCount', { group, people }),
        }))}
        choose={(group) => choose({ ...wanted, group })}
      />
      <Choice
        label={t('waitingList.type')}
        every={t('waitingList.everyType')}
        value={wanted.type}
        choices={(list?.types ?? []).map(({ id, ...one }) => ({ id, text: t('waitingList.withCount', one) }))}
        choose={(type) => choose({ ...wanted, type })}
      />
      <Choice
        label={t('waitingList.area')}
        every={t('waitingList.everyArea')}
        value={wanted.area}
        choices={(list?.areas ?? []).map(({ area, people }) => ({
          id: area,
          text: t('waitingList.withCount', { name: area, people }),
        }))}
        choose={(area) => choose({ ...wanted, area })}
      />
      {list !== undefined && (
        <span role="status">
          {list.waiting !== null && t('waitingList.total', { count: list.waiting })}
          {list.found !== null &&
            list.found !== list.waiting &&
            `, ${t('waitingList.found', { count: list.found })}`}.{' '}
          <PageLink to="/prioriteringsnokkel">{t('waitingList.ruleVersion', { version: list.ruleVersion })}</PageLink>
        </span>
      )}
    </div>
  );
}
