import { useTranslation } from 'react-i18next';
import { PageLink } from '../components/page-link.js';

/** The foot of every page. */
export function Footer() {
  const { t } = useTranslation();

  return (
    <footer className="foot">
      <span>{t('common.footer')}</span>
      <PageLink to="/tilgjengelighet">{t('common.accessibility')}</PageLink>
    </footer>
  );
}
