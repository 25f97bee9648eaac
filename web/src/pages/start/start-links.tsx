import type { HomeDetail } from '@contract/home.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { startableAbout, startableInBuilding, startableInHome, type Startable } from './startable.js';

interface LinksProps {
  readonly isOwn?: boolean;
  readonly processes: readonly Startable[];
  readonly linkTo: (process: Startable, title: string) => ReactNode;
}

function Links({ isOwn = false, processes, linkTo }: LinksProps) {
  const { t } = useTranslation();
  if (processes.length === 0) return null;
  return (
    <Section title={t(isOwn ? 'start.own' : 'start.theirs')}>
      <ul className="plain">
        {processes.map((process) => (
          <li key={process}>{linkTo(process, t(`start.process.${process}.title`))}</li>
        ))}
      </ul>
    </Section>
  );
}

/** The cases that the reader may begin about a person; nothing where there are none. */
export function StartLinks({ personId }: { readonly personId: string }) {
  const { data: me } = useSuspenseQuery(meQuery());
  const linkTo = (process: Startable, title: string) => (
    <PageLink to="/personer/$personId/ny-sak/$process" params={{ personId, process }}>
      {title}
    </PageLink>
  );
  return <Links isOwn={me.id === personId} processes={startableAbout(me, personId)} linkTo={linkTo} />;
}

/** The cases that the reader may begin in a home; nothing where there are none. */
export function StartInHome({ home }: { readonly home: HomeDetail }) {
  const { data: me } = useSuspenseQuery(meQuery());
  const linkTo = (process: Startable, title: string) => (
    <PageLink to="/boliger/$homeId/ny-sak/$process" params={{ homeId: home.id, process }}>
      {title}
    </PageLink>
  );
  return <Links processes={startableInHome(me, home)} linkTo={linkTo} />;
}

/** The cases that the reader may begin in a building; nothing where there are none. */
export function StartInBuilding({ buildingId }: { readonly buildingId: string }) {
  const { data: me } = useSuspenseQuery(meQuery());
  const linkTo = (process: Startable, title: string) => (
    <PageLink to="/bygg/$buildingId/ny-sak/$process" params={{ buildingId, process }}>
      {title}
    </PageLink>
  );
  return <Links processes={startableInBuilding(me)} linkTo={linkTo} />;
}
