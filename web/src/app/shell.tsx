import type { Me } from '@contract/me.contract.js';
import { Button, SkipLink } from '@digdir/designsystemet-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { listenForChanges } from '../api/live.js';
import { meQuery } from '../api/queries.js';
import { PageLink } from '../components/page-link.js';
import { Brand } from './brand.js';
import { DemoClock } from './demo-clock.js';
import { Footer } from './footer.js';
import { isStaff } from './groups.js';
import { MainMenu } from './main-menu.js';

function Account({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  return (
    <form method="post" action="/auth/logout" className="account">
      <PageLink to="/varsler">{t('notices.nav')}</PageLink>
      {isStaff(me) && <PageLink to="/fravaer">{t('notices.absence.nav')}</PageLink>}
      <span>
        <span className="ds-sr-only">{t('common.account')}: </span>
        {me.name}
      </span>
      <Button type="submit" variant="tertiary" data-size="sm">
        {t('common.logOut')}
      </Button>
    </form>
  );
}

/** The frame of every page behind the login: menu, demo clock, live updates. */
export function Shell() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery());

  useEffect(() => listenForChanges(queryClient).close, [queryClient]);

  return (
    <>
      <SkipLink href="#hovedinnhold">{t('common.skip')}</SkipLink>
      <header className="top">
        <Brand municipality={me.municipality} />
        <Account me={me} />
        <MainMenu me={me} />
      </header>
      {me.demo && <DemoClock />}
      <main id="hovedinnhold" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer isInside />
    </>
  );
}
