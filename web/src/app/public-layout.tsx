import { SkipLink } from '@digdir/designsystemet-react';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from './brand.js';
import { Footer } from './footer.js';

/** The frame of the pages that need no login. */
export function PublicLayout({ children = <Outlet /> }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();

  return (
    <>
      <SkipLink href="#hovedinnhold">{t('common.skip')}</SkipLink>
      <header className="top">
        <Brand />
      </header>
      <main id="hovedinnhold" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
