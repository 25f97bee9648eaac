import { useTranslation } from 'react-i18next';
import { PageLink } from '../components/page-link.js';

/** The name of the product, and whose it is. */
export function Brand({ municipality }: { readonly municipality?: string }) {
  const { t } = useTranslation();

  return (
    <PageLink to="/" className="brand">
      <img src="/favicon.svg" alt="" width="28" height="28" />
      <span>
        <span className="brand-name">{t('common.product')}</span>
        {municipality !== undefined && <span className="brand-municipality"> {municipality}</span>}
      </span>
    </PageLink>
  );
}
