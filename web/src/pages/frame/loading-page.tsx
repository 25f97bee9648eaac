import { Spinner } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/** What is seen until a page has its data. */
export function LoadingPage() {
  const { t } = useTranslation();
  return (
    <div className="page loading" role="status">
      <Spinner aria-hidden="true" data-size="md" />
      <span>{t('common.loading')}</span>
    </div>
  );
}
