import { Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exceptionsQuery } from '../../api/operation-queries.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { PeriodChoice } from '../figures/period-choice.js';
import type { Days } from '../figures/period-choice.js';
import { LoadingPage } from '../frame/loading-page.js';
import { ExceptionCounts } from './exception-counts.js';
import { ExceptionTable } from './exception-table.js';

function Found({ days }: { readonly days: Days }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(exceptionsQuery(days));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <LoadingPage />;
  if (data.counts.length === 0) return <Empty text={t('exceptions.empty')} next={t('exceptions.emptyNext')} />;

  return (
    <>
      <Heading level={2} data-size="xs">
        {t('exceptions.counts')}
      </Heading>
      <ExceptionCounts counts={data.counts} fewestShown={data.fewestShown} />
      <Heading level={2} data-size="xs">
        {t('exceptions.list')}
      </Heading>
      {data.items.length === 0 ? <p>{t('exceptions.noneSeen')}</p> : <ExceptionTable items={data.items} />}
    </>
  );
}

/** For leaders, operators and the ombudsman: what was done otherwise than the rule is, by whom and why. */
export function ExceptionsPage() {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState<Days>();
  const days = chosen ?? { from: `${today.slice(0, 7)}-01`, to: today };

  return (
    <Page title={t('exceptions.title')} lead={t('exceptions.lead')}>
      <PeriodChoice key={today} days={days} choose={setChosen} />
      <Found days={days} />
    </Page>
  );
}
