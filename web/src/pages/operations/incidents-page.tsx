import { Alert, Button } from '@digdir/designsystemet-react';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentsQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { StoppedCase } from '../cases/stopped-case.js';

/** What has stopped, for operators: where, why and since when, and the way to let it try again. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(incidentsQuery());
  const [isRetried, setRetried] = useState(false);
  const items = data.pages.flatMap((page) => page.items);

  return (
    <Page title={t('incidents.title')} lead={t('incidents.lead')}>
      <div role="status">{isRetried && <Alert data-color="info">{t('incidents.retried')}</Alert>}</div>
      {items.length === 0 && <Empty text={t('incidents.empty')} next={t('incidents.emptyNext')} />}
      {items.length > 0 && (
        <ul className="plain cards">
          {items.map((incident) => (
            <StoppedCase key={incident.id} incident={incident} retried={() => setRetried(true)} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="secondary" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('incidents.more')}
        </Button>
      )}
    </Page>
  );
}
