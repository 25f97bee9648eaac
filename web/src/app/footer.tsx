import { useTranslation } from 'react-i18next';
import { PageLink } from '../components/page-link.js';

/** The foot of every page; inside it also leads to the rules and the processes, which everybody may read. */
export function Footer({ isInside = false }: { readonly isInside?: boolean }) {
  const { t } = useTranslation();

  return (
    <footer className="foot">
      <span>{t('common.footer')}</span>
      {isInside && (
        <>
          <PageLink to="/regler">{t('rules.nav')}</PageLink>
          <PageLink to="/prosesser">{t('operation.nav.processes')}</PageLink>
        </>
      )}
      <PageLink to="/hjelp-i-natt">{t('crisis.nav')}</PageLink>
      <PageLink to="/tilgjengelighet">{t('common.accessibility')}</PageLink>
    </footer>
  );
}
