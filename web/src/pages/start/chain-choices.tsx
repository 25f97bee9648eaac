import { Button, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homesQuery, waitingListQuery } from '../../api/queries.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { BuildingChoice } from '../homes/building-choice.js';
import type { Named } from './chain.js';

interface PickProps {
  readonly label: string;
  readonly submitLabel: string;
  readonly items: readonly Named[];
  readonly choose: (chosen: Named) => void;
}

function Pick({ label, submitLabel, items, choose }: PickProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const found = items.find(({ id }) => id === chosen);
  return (
    <div className="tools low">
      <Field data-size="sm">
        <Label>{label}</Label>
        <Select value={found?.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
          <Select.Option value="">{t('start.chain.choose')}</Select.Option>
          {items.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Button
        type="button"
        variant="secondary"
        data-size="sm"
        onClick={() => {
          if (found !== undefined) choose(found);
        }}
      >
        {submitLabel}
      </Button>
    </div>
  );
}

interface HomeChoiceProps extends Omit<PickProps, 'items'> {
  readonly free: boolean;
  /** Homes that are in the chain already. */
  readonly without: readonly string[];
}

/** Chooses a home: a free one, or one that is let. */
export function HomeChoice({ free, without, ...pick }: HomeChoiceProps) {
  const { t } = useTranslation();
  const [building, setBuilding] = useState('');
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    homesQuery({ building, free }),
  );
  const wanted = free ? 'ledig' : 'utleid';
  const homes = (data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ id, availability }) => availability === wanted && !without.includes(id),
  );
  return (
    <div className="stack-tight">
      <div className="tools">
        <BuildingChoice building={building} choose={setBuilding} />
      </div>
      {error !== null && <ProblemAlert error={error} />}
      {data === undefined && error === null && <Paragraph role="status">{t('homes.loading')}</Paragraph>}
      <Pick {...pick} items={homes} />
      {hasNextPage && (
        <div>
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('homes.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Chooses one of those who wait for a home, by the case in which they do. */
export function WaitingChoice(pick: Omit<PickProps, 'items'>) {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    waitingListQuery({ group: '', type: '', area: '' }),
  );
  const waiting = data?.pages.flatMap(({ items }) => items ?? []) ?? [];
  return (
    <div className="stack-tight">
      {error !== null && <ProblemAlert error={error} />}
      <Pick {...pick} items={waiting.map(({ processInstanceId, title }) => ({ id: processInstanceId, name: title }))} />
      {hasNextPage && (
        <div>
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('homes.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
