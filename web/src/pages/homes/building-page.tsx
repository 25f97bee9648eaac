import type { BuildingDetail } from '@contract/home.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buildingQuery } from '../../api/home-queries.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatAlarm, formatDate } from '../../i18n/dates.js';
import { BuildingActs } from './building-acts.js';
import { AgreementGaps, BuildingFacts, RepairRules } from './building-facts.js';
import { CorrectBuilding } from './building-form.js';
import { BuildingHomes } from './building-homes.js';
import { BuildingSafety } from './building-safety.js';
import { BuildingTags } from './buildings-page.js';
import { EnterHome } from './home-form.js';
import { RepairsTable } from './repairs-table.js';
import { ResidentsMeetings } from '../participation/residents-meetings.js';
import { StartInBuilding } from '../start/start-links.js';

interface BuildingProps {
  readonly building: BuildingDetail;
}

function Stops({ building: { freeze, freezeProposedAt } }: BuildingProps) {
  const { t } = useTranslation();
  return (
    <>
      {freeze !== null && (
        <Alert data-color="warning">
          {t('buildings.frozenSince', { at: formatDate(freeze.since), reason: freeze.reason })}
        </Alert>
      )}
      {freezeProposedAt !== null && (
        <Alert data-color="info">{t('buildings.proposed', { at: formatDate(freezeProposedAt) })}</Alert>
      )}
    </>
  );
}

function BuildingMain({ building: it }: BuildingProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Section title={t('buildings.homes')}>
        <BuildingHomes building={it} />
        {it.mayChange && <EnterHome building={it.id} />}
      </Section>
      {it.repairs !== null && (
        <Section title={t('buildings.repairs')}>
          <RepairsTable repairs={it.repairs} withPlace />
        </Section>
      )}
      {it.may.readMeetings && (
        <Section title={t('buildings.meetings.title')}>
          <ResidentsMeetings buildingId={it.id} />
        </Section>
      )}
    </div>
  );
}

function BuildingSide({ building: it }: BuildingProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Section title={t('buildings.facts')}>
        <BuildingFacts building={it} />
        {it.mayChange && <CorrectBuilding building={it} />}
      </Section>
      {it.may.countSafety && (
        <Section title={t('buildings.safety.title')}>
          <BuildingSafety buildingId={it.id} />
        </Section>
      )}
      <Section title={t('buildings.repairRules')}>
        <AgreementGaps building={it} />
        <RepairRules building={it} />
      </Section>
      <BuildingActs building={it} />
      <StartInBuilding buildingId={it.id} />
      <Section title={t('buildings.history')}>
        <ul className="plain">
          {it.history.map(({ revision, at, text, actor }) => (
            <li key={revision}>{t('homes.change', { at: formatAlarm(at), text, actor })}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** One building: whom it is for, what stands empty, what is under way in it, and what residents said. */
export function BuildingPage() {
  const { t } = useTranslation();
  const { buildingId } = useParams({ from: '/closed/bygg/$buildingId' });
  const { data: it } = useSuspenseQuery(buildingQuery(buildingId));

  return (
    <Page
      title={it.name}
      above={
        <p className="above tools">
          <PageLink to="/bygg">{t('buildings.back')}</PageLink> <BuildingTags building={it} />
        </p>
      }
    >
      <Stops building={it} />
      {it.synthetic && <p className="subtle">{t('buildings.made')}</p>}
      <div className="columns">
        <BuildingMain building={it} />
        <BuildingSide building={it} />
      </div>
    </Page>
  );
}
