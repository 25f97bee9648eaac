import type { ReadView } from '@contract/read.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readsQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';

function Read({ read: { text, why, times } }: { readonly read: ReadView }) {
  const { t } = useTranslation();

  return (
    <li className="card">
      <p className="strong">{text}</p>
      <p>
        {why} <span className="subtle">{t('reads.times', { count: times })}.</span>
      </p>
    </li>
  );
}

/** Who has seen the reader's case, and why they might. */
export function ReadsPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(readsQuery());

  return (
    <Page title={t('reads.title')} lead={t('reads.lead')}>
      {data.items.length === 0 && <Empty text={t('reads.empty')} next={t('reads.emptyNext')} />}
      {data.items.length > 0 && (
        <ul className="plain cards" aria-label={t('reads.list')}>
          {data.items.map((read) => (
            <Read key={`${read.on} ${read.processInstanceId ?? ''} ${read.text} ${read.why}`} read={read} />
          ))}
        </ul>
      )}
      <p>{t('reads.question')}</p>
      <p>
        <PageLink to="/om-meg">{t('aboutMe.link')}</PageLink>
      </p>
    </Page>
  );
}
