import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casesWithoutAttentionQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { LeftAlone } from '../cases/left-alone.js';

/** The cases that nobody has looked at in time, and the way to say that one has. */
export function AttentionPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(casesWithoutAttentionQuery());
  const [seen, setSeen] = useState<string>();
  const { items, elsewhere } = data;

  return (
    <Page title={t('attention.title')} lead={t('attention.lead')}>
      <div role="status">
        {seen !== undefined && <Alert data-color="success">{t('attention.done', { title: seen })}</Alert>}
      </div>
      {items.length === 0 && <Empty text={t('attention.empty')} next={t('attention.emptyNext')} />}
      {items.length > 0 && (
        <ul className="plain cards">
          {items.map((item) => (
            <LeftAlone key={item.processInstanceId} item={item} looked={() => setSeen(item.title)} />
          ))}
        </ul>
      )}
      {elsewhere > 0 && <p>{t('attention.elsewhere', { count: elsewhere })}</p>}
    </Page>
  );
}
