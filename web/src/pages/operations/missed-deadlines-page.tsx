import { Table } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { missedDeadlinesQuery } from '../../api/operation-queries.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { LoadingPage } from '../frame/loading-page.js';
import { PeriodChoice } from '../figures/period-choice.js';
import type { Days } from '../figures/period-choice.js';

const columns = ['rule', 'law', 'target', 'legal'] as const;

function Missed({ days }: { readonly days: Days }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(missedDeadlinesQuery(days));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <LoadingPage />;
  if (data.items.length === 0)
    return <Empty text={t('operation.missed.empty')} next={t('operation.missed.emptyNext')} />;

  return (
    <Table className="cards-on-phone" data-size="sm" aria-label={t('operation.missed.title')}>
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column}>{t(`operation.missed.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {data.items.map(({ rule, name, law, target, legal }) => (
          <Table.Row key={rule}>
            <Table.HeaderCell scope="row" data-label={t('operation.missed.rule')}>
              {rule} {name}
            </Table.HeaderCell>
            <Table.Cell data-label={t('operation.missed.law')}>{law}</Table.Cell>
            <Table.Cell data-label={t('operation.missed.target')}>{target}</Table.Cell>
            <Table.Cell data-label={t('operation.missed.legal')}>{legal}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

/** For leaders: how many tasks were not done in time, by deadline. */
export function MissedDeadlinesPage() {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState<Days>();
  const days = chosen ?? { from: `${today.slice(0, 4)}-01-01`, to: today };

  return (
    <Page title={t('operation.missed.title')} lead={t('operation.missed.lead')}>
      <PeriodChoice key={today} days={days} choose={setChosen} />
      <Missed days={days} />
      <p>
        <PageLink to="/regler">{t('operation.missed.rules')}</PageLink>
      </p>
    </Page>
  );
}
