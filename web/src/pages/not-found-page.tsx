import { useTranslation } from 'react-i18next';
import { Page } from '../components/page.js';
import { PageLink } from '../components/page-link.js';

/** The same page for what does not exist and what the reader may not see. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('common.notFound.title')} lead={t('common.notFound.text')}>
      <p>
        <PageLink to="/">{t('common.notFound.home')}</PageLink>
      </p>
    </Page>
  );
}
