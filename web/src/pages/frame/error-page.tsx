import { Button } from '@digdir/designsystemet-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.js';
import { kindOf } from '../../components/problem-alert.js';
import { NotFoundPage } from './not-found-page.js';

/** What is shown when a page cannot be: why, and what to do. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const kind = kindOf(error);
  if (kind === 'notFound' || kind === 'forbidden') return <NotFoundPage />;

  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t(`problem.${kind}.title`)} lead={t(`problem.${kind}.text`)}>
      <div className="actions">
        {kind === 'unauthorized' ? (
          <a className="ds-link" href="/logg-inn">
            {t('problem.login')}
          </a>
        ) : (
          <Button onClick={retry}>{t('problem.retry')}</Button>
        )}
      </div>
    </Page>
  );
}
