import type { HomeDetail } from '@contract/home.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { homeQuery } from '../api/queries.js';
import { Facts } from '../components/facts.js';
import { Page } from '../components/page.js';
import { PageLink } from '../components/page-link.js';
import { Section } from '../components/section.js';
import { formatAlarm, formatDate } from '../i18n/dates.js';
import { AvailabilityTag } from './availability-tag.js';
import { HomeHolds } from './home-holds.js';

interface HomeProps {
  readonly home: HomeDetail;
}

function HomeFacts({ home: it }: HomeProps) {
  const { t } = useTranslation();
  const yesOrNo = (is: boolean): string => (is ? t('common.yes') : t('common.no'));
  return (
    <Facts
      items={[
        [t('homes.column.type'), it.boligtype],
        [t('homes.column.area'), it.bruksareal === undefined ? '' : t('homes.squareMetres', { area: it.bruksareal })],
        [t('homes.bedrooms'), it.antallSoverom ?? ''],
        [t('homes.floor'), it.etasjenummer ?? ''],
        [t('homes.column.rent'), it.leiekostnad === undefined ? '' : t('homes.kroner', { amount: it.leiekostnad })],
        [t('homes.disposal'), it.disposisjonsform],
        [t('homes.features'), it.egenskaper.join(', ')],
        [t('homes.shared'), yesOrNo(it.erBofellesskap)],
        [t('homes.wheelchair'), yesOrNo(it.erTilgjengeligForRullestolbruker)],
        [t('homes.koboId'), it.koboId ?? ''],
        [t('homes.vacantSince'), it.vacantSince === null ? '' : formatDate(it.vacantSince)],
      ]}
    />
  );
}

function HomePlace({ home: { place } }: HomeProps) {
  const { t } = useTranslation();
  return (
    <Facts
      items={[
        [t('homes.building'), place.name],
        [t('homes.for'), place.groups.join(', ')],
        [t('homes.owner'), place.owner],
        [t('homes.unit'), place.responsibleUnit],
        [t('homes.source'), place.source ?? ''],
      ]}
    />
  );
}

/** One home: what it is, where it stands, whom it is kept for, and what happened to it. */
export function HomePage() {
  const { t } = useTranslation();
  const { homeId } = useParams({ strict: false });
  const { data: it } = useSuspenseQuery(homeQuery(homeId ?? ''));

  return (
    <Page
      title={it.name}
      above={
        <p className="above">
          <PageLink to="/boliger">{t('homes.back')}</PageLink> · <AvailabilityTag availability={it.availability} />
        </p>
      }
    >
      {it.place.freeze !== null && (
        <Alert data-color="warning">{t('homes.frozen', { reason: it.place.freeze.reason })}</Alert>
      )}
      {it.synthetic && <p className="subtle">{t('homes.made')}</p>}
      <Section title={t('homes.holds')}>
        <HomeHolds home={it} />
      </Section>
      <Section title={t('homes.facts')}>
        <HomeFacts home={it} />
      </Section>
      <Section title={t('homes.place')}>
        <HomePlace home={it} />
      </Section>
      <Section title={t('homes.history')}>
        <ul className="plain">
          {it.history.map(({ revision, at, text, actor }) => (
            <li key={revision}>{t('homes.change', { at: formatAlarm(at), text, actor })}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
