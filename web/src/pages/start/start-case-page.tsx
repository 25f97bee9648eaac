import type { HomeDetail } from '@contract/home.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buildingQuery } from '../../api/home-queries.js';
import { personQuery } from '../../api/people-queries.js';
import { homeQuery, meQuery } from '../../api/queries.js';
import { PageLink } from '../../components/page-link.js';
import { NotFoundPage } from '../frame/not-found-page.js';
import { ChainForm } from './chain-form.js';
import { StartForm, StartFrame, useBeginning } from './start-form.js';
import { startableAbout, startableInBuilding, startableInHome, type Startable } from './startable.js';

interface AboutPersonProps {
  readonly process: Startable;
  readonly personId: string;
  readonly isOwn: boolean;
}

function AboutPerson({ process, personId, isOwn }: AboutPersonProps) {
  const { t } = useTranslation();
  const { data: person } = useSuspenseQuery(personQuery(personId));
  const back = (
    <PageLink to="/personer/$personId" params={{ personId }}>
      {isOwn ? t('start.backToOwn') : person.name}
    </PageLink>
  );
  return <StartForm process={process} isOwn={isOwn} known={{ soker: personId, sokerNavn: person.name }} back={back} />;
}

/** Begins a case about a person: one's own, or somebody's who came by, rang or wrote. */
export function StartCasePage() {
  const { personId, process } = useParams({ from: '/closed/personer/$personId/ny-sak/$process' });
  const { data: me } = useSuspenseQuery(meQuery());
  const wanted = startableAbout(me, personId).find((one) => one === process);
  if (wanted === undefined) return <NotFoundPage />;
  return <AboutPerson process={wanted} personId={personId} isOwn={me.id === personId} />;
}

/** What is known of a home when a case begins there: whose lease it is about, or where a fault is and who says that it is mended. */
function knownOf(process: Startable, { id, building, leieforhold: lease }: HomeDetail) {
  const { id: leieforhold, person, personName, toOn } = lease ?? { person: null };
  if (process === 'vedlikehold')
    return { bygg: building, bolig: id, ...(person === null ? {} : { leietaker: person }) };
  const about = { soker: person, sokerNavn: personName, bolig: id, leieforhold };
  return process === 'flytteoppfordring' ? { ...about, leietidUteOn: toOn } : about;
}

function OpenCases({ home: { career } }: { readonly home: HomeDetail }) {
  const { t } = useTranslation();
  const open = (career ?? []).filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <Alert data-color="info">
      <p>{t('start.alreadyOpen')}</p>
      <ul>
        {open.map(({ id, title }) => (
          <li key={id}>
            <PageLink to="/saker/$caseId" params={{ caseId: id }}>
              {title}
            </PageLink>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

interface ChainProps {
  readonly home: HomeDetail;
  readonly back: ReactNode;
}

function StartChain({ home, back }: ChainProps) {
  const begin = useBeginning('flyttekjede', false);
  return (
    <StartFrame process="flyttekjede" begin={begin} back={back}>
      <ChainForm home={home} busy={begin.isPending} start={begin.start} />
    </StartFrame>
  );
}

/** Begins a case in a home: about what is broken there, or about its lease. */
export function StartInHomePage() {
  const { t } = useTranslation();
  const { homeId, process } = useParams({ from: '/closed/boliger/$homeId/ny-sak/$process' });
  const { data: me } = useSuspenseQuery(meQuery());
  const { data: home } = useSuspenseQuery(homeQuery(homeId));
  const wanted = startableInHome(me, home).find((one) => one === process);
  if (wanted === undefined) return <NotFoundPage />;
  const tenant = home.leieforhold?.personName ?? null;
  const isAboutLease = wanted !== 'vedlikehold';
  const back = (
    <PageLink to="/boliger/$homeId" params={{ homeId }}>
      {home.name}
    </PageLink>
  );
  if (wanted === 'flyttekjede') return <StartChain home={home} back={back} />;
  return (
    <StartForm process={wanted} known={knownOf(wanted, home)} back={back}>
      {isAboutLease && tenant !== null && <p className="strong">{t('start.tenant', { name: tenant })}</p>}
      {isAboutLease && <OpenCases home={home} />}
    </StartForm>
  );
}

/** Begins a case in a building. */
export function StartInBuildingPage() {
  const { buildingId, process } = useParams({ from: '/closed/bygg/$buildingId/ny-sak/$process' });
  const { data: me } = useSuspenseQuery(meQuery());
  const { data: building } = useSuspenseQuery(buildingQuery(buildingId));
  const wanted = startableInBuilding(me).find((one) => one === process);
  if (wanted === undefined) return <NotFoundPage />;
  const back = (
    <PageLink to="/bygg/$buildingId" params={{ buildingId }}>
      {building.name}
    </PageLink>
  );
  // Whoever begins it by hand wants a meeting; those that come regularly begin by themselves.
  const known = { bygg: buildingId, ...(wanted === 'beboermote' && { grunn: 'onske' }) };
  return <StartForm process={wanted} known={known} back={back} />;
}
