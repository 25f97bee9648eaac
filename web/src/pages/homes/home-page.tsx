import type { HomeDetail } from '@contract/home.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { homeQuery, meQuery } from '../../api/queries.js';
import { keepsRents } from '../../app/groups.js';
import { Facts } from '../../components/facts.js';
import { useGroupName } from '../../components/group-names.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { StateTag } from '../../components/state-tag.js';
import { useTargetGroups } from '../../components/target-groups.js';
import { formatAlarm, formatDate } from '../../i18n/dates.js';
import { AvailabilityTag } from './availability-tag.js';
import { CorrectHome } from './home-form.js';
import { HomeHolds } from './home-holds.js';
import { HomeLease } from './home-lease.js';
import { LeaseForms } from './lease-forms.js';
import { StartInHome } from '../start/start-links.js';
import { RepairsTable } from './repairs-table.js';

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
  const targets = useTargetGroups();
  const groupName = useGroupName();
  return (
    <Facts
      items={[
        [
          t('homes.building'),
          <PageLink key="bygg" to="/bygg/$buildingId" params={{ buildingId: place.id }}>
            {place.name}
          </PageLink>,
        ],
        [t('homes.for'), targets(place.groups)],
        [t('homes.owner'), t(`buildings.ownerName.${place.owner}`)],
        [t('homes.unit'), groupName(place.responsibleUnit)],
        [t('homes.source'), place.source ?? ''],
      ]}
    />
  );
}

function Career({ career }: { readonly career: NonNullable<HomeDetail['career']> }) {
  const { t } = useTranslation();
  if (career.length === 0) return <p>{t('homes.noCareer')}</p>;
  return (
    <ul className="plain">
      {career.map(({ id, title, isOpen }) => (
        <li key={id}>
          <PageLink to="/saker/$caseId" params={{ caseId: id }}>
            {title}
          </PageLink>{' '}
          <StateTag state={isOpen ? 'active' : 'completed'} />
        </li>
      ))}
    </ul>
  );
}

/** One home: what it is, where it stands, whom it is kept for, and what happened to it. */
export function HomePage() {
  const { t } = useTranslation();
  const { homeId } = useParams({ strict: false });
  const { data: it } = useSuspenseQuery(homeQuery(homeId ?? ''));
  const { data: me } = useSuspenseQuery(meQuery());

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
      <div className="columns">
        <div className="stack">
          {it.leieforhold !== null && <HomeLease lease={it.leieforhold} home={it.id} />}
          {keepsRents(me) && <LeaseForms home={it} />}
          {it.repairs !== null && (
            <Section title={t('buildings.repairs')}>
              <RepairsTable repairs={it.repairs} />
            </Section>
          )}
          {it.career !== null && (
            <Section title={t('homes.career')}>
              <Career career={it.career} />
            </Section>
          )}
        </div>
        <div className="stack">
          <Section title={t('homes.facts')}>
            <HomeFacts home={it} />
            {it.mayChange && <CorrectHome home={it} />}
          </Section>
          <Section title={t('homes.place')}>
            <HomePlace home={it} />
          </Section>
          <StartInHome home={it} />
        </div>
      </div>
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
