import { Alert, Button } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { batchesQuery } from '../../api/operation-queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { BatchCard } from './batch-card.js';
import { BatchForm } from './batch-form.js';
import { DeletedCases } from '../cases/deleted-cases.js';

/** For operators: what is done to many cases at once, how far it has come, and what was deleted. */
export function BatchesPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(batchesQuery());
  const [isOpen, setOpen] = useState(false);
  const [isStarted, setStarted] = useState(false);
  const done = () => {
    setOpen(false);
    setStarted(true);
  };

  return (
    <Page
      title={t('operation.batches.title')}
      lead={t('operation.batches.lead')}
      action={!isOpen && <Button onClick={() => setOpen(true)}>{t('operation.batches.start')}</Button>}
    >
      <div role="status">{isStarted && <Alert data-color="success">{t('operation.batches.started')}</Alert>}</div>
      {isOpen && (
        <Section title={t('operation.batches.start')}>
          <BatchForm done={done} cancel={() => setOpen(false)} />
        </Section>
      )}
      {data.items.length === 0 && <Empty text={t('operation.batches.empty')} next={t('operation.batches.emptyNext')} />}
      <ul className="plain cards">
        {data.items.map((batch) => (
          <BatchCard key={batch.id} batch={batch} />
        ))}
      </ul>
      <DeletedCases />
    </Page>
  );
}
