import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';

/** The way to help tonight, calm and hard to miss. */
export function CrisisLink() {
  const { t } = useTranslation();
  return (
    <p className="crisis">
      <PageLink to="/hjelp-i-natt">{t('crisis.title')}</PageLink> <span>{t('crisis.link')}</span>
    </p>
  );
}
