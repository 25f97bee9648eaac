import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { meetingBuildingsQuery, meetingsQuery, repairFiguresQuery } from '../../api/home-queries.js';
import { Empty } from '../../components/empty.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { BuildingSafety } from '../homes/building-safety.js';
import { ResidentsMeetings } from './residents-meetings.js';

/** Buildings whose residents' meetings the reader may follow. */
export function MeetingBuildingsPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(meetingBuildingsQuery());
  return (
    <Page title={t('meetings.title')} lead={t('meetings.lead')}>
      {data.items.length === 0 ? (
        <Empty text={t('meetings.empty')} next={t('meetings.emptyNext')} />
      ) : (
        <ul className="plain row">
          {data.items.map(({ id, name }) => (
            <li key={id}>
              <PageLink to="/beboermoter/$buildingId" params={{ buildingId: id }}>
                {name}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** How many faults were reported: figures only, and none of few. */
function RepairFigures({ buildingId }: { readonly buildingId: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(repairFiguresQuery(buildingId));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <Paragraph role="status">{t('common.loading')}</Paragraph>;
  const shown = (count: number | null) => count?.toString() ?? t('buildings.safety.few');
  return (
    <Facts
      items={[
        [t('meetings.repairs.open'), shown(data.open)],
        [t('meetings.repairs.lastYear'), shown(data.lastYear)],
      ]}
    />
  );
}

/** One building as a user representative follows it: what residents said and what came of it, and figures of many. */
export function BuildingVoicesPage() {
  const { t } = useTranslation();
  const { buildingId } = useParams({ from: '/closed/beboermoter/$buildingId' });
  const { data } = useSuspenseQuery(meetingsQuery(buildingId));
  return (
    <Page
      title={data.name}
      lead={t('meetings.buildingLead')}
      above={
        <p className="above">
          <PageLink to="/beboermoter">{t('meetings.back')}</PageLink>
        </p>
      }
    >
      <Section title={t('buildings.meetings.title')}>
        <ResidentsMeetings buildingId={buildingId} />
      </Section>
      <Section title={t('buildings.safety.title')}>
        <BuildingSafety buildingId={buildingId} />
      </Section>
      <Section title={t('meetings.repairs.title')}>
        <RepairFigures buildingId={buildingId} />
      </Section>
    </Page>
  );
}
