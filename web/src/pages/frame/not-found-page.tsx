import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { mayBreakGlass } from '../../app/groups.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';

const addressOfCase = /^\/(?:saker|reiser)\/([^/]+)$/;

/** The way to a case that somebody is refused, the same whether there is such a case or not. */
function WayInEmergency() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { data: me } = useQuery({ ...meQuery(), enabled: false });
  const caseId = addressOfCase.exec(pathname)?.[1];
  if (caseId === undefined || me === undefined || !mayBreakGlass(me)) return null;

  return (
    <p>
      {t('common.notFound.emergency')}{' '}
      <PageLink to="/nodtilgang/$caseId" params={{ caseId }}>
        {t('common.notFound.emergencyLink')}
      </PageLink>
    </p>
  );
}

/** The same page for what does not exist and what the reader may not see. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('common.notFound.title')} lead={t('common.notFound.text')}>
      <WayInEmergency />
      <p>
        <PageLink to="/">{t('common.notFound.home')}</PageLink>
      </p>
    </Page>
  );
}
