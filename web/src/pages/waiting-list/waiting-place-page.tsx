import type { WaitingPlaceView } from '@contract/waiting-list.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { waitingPlaceQuery } from '../../api/people-queries.js';
import { meQuery } from '../../api/queries.js';
import { isApplicant, isStaff } from '../../app/groups.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { PlacementReasons } from '../../components/placement-reasons.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { PlaceCircumstances } from './place-circumstances.js';
import { PlaceRounds } from './place-rounds.js';

interface PlaceProps {
  readonly place: WaitingPlaceView;
}

function PlaceNow({ place: { now, waitingSince, waitedDays } }: PlaceProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('place.now')}>
      <PlacementReasons group={now.group} reasons={now.reasons} />
      <p>
        {t('place.since', { date: formatDate(waitingSince) })} {t('rounds.waited', { count: waitedDays })}.
      </p>
      {now.fitsVacancy === true && <p>{t('place.fits')}</p>}
      <p>
        {t('place.how')} <PageLink to="/prioriteringsnokkel">{t('place.key')}</PageLink>
      </p>
    </Section>
  );
}

interface BackProps {
  readonly caseId: string;
  readonly isOfStaff: boolean;
}

function Back({ caseId, isOfStaff }: BackProps) {
  const { t } = useTranslation();
  return (
    <p className="above">
      {isOfStaff ? (
        <PageLink to="/saker/$caseId" params={{ caseId }}>
          {t('place.toCase')}
        </PageLink>
      ) : (
        <PageLink to="/reiser/$journeyId" params={{ journeyId: caseId }}>
          {t('place.toJourney')}
        </PageLink>
      )}
    </p>
  );
}

/** Somebody's place on the waiting list: where the key puts them and why, what the rounds said, and what counts, to be corrected. */
export function WaitingPlacePage() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/closed/venteliste/$caseId' });
  const { data: me } = useSuspenseQuery(meQuery());
  const { data: place } = useSuspenseQuery(waitingPlaceQuery(caseId));

  return (
    <Page title={t('place.title')} lead={place.title} above={<Back caseId={caseId} isOfStaff={isStaff(me)} />}>
      <div className="columns">
        <div className="stack">
          <PlaceNow place={place} />
          <PlaceCircumstances caseId={caseId} place={place} />
        </div>
        <PlaceRounds place={place} isOwn={isApplicant(me)} />
      </div>
    </Page>
  );
}
