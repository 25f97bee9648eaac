import { Button } from '@digdir/designsystemet-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overseenReadsQuery } from '../../api/people-queries.js';
import type { ReadsWanted } from '../../api/people-queries.js';
import { useToday } from '../../api/use-today.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { LoadingPage } from '../frame/loading-page.js';
import { OverseenReadsSearch } from './overseen-reads-search.js';
import { OverseenReadsTable } from './overseen-reads-table.js';

function Found({ wanted }: { readonly wanted: ReadsWanted }) {
  const { t } = useTranslation();
  const query = overseenReadsQuery(wanted);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...query,
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <LoadingPage />;

  const reads = data.pages.flatMap(({ items }) => items);
  if (reads.length === 0) return <Empty text={t('overseenReads.empty')} next={t('overseenReads.emptyNext')} />;
  return (
    <>
      <p role="status">{t('overseenReads.shown', { count: reads.length })}</p>
      <OverseenReadsTable reads={reads} />
      {hasNextPage && (
        <div>
          <Button variant="secondary" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('overseenReads.more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** For the ombudsman: who read whose data, when and why; never what stood there. */
export function OverseenReadsPage() {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState<ReadsWanted>();
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const wanted = chosen ?? { from: firstOfMonth, to: today, person: '', reader: '', emergency: false };

  return (
    <Page title={t('overseenReads.title')} lead={t('overseenReads.lead')}>
      <OverseenReadsSearch key={today} wanted={wanted} search={setChosen} />
      <Found wanted={wanted} />
    </Page>
  );
}
