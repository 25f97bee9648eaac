import type { ParticipationReport } from '@contract/participation-report.contract.js';
import { Heading } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { participationReportQuery } from '../../api/queries.js';
import { useToday } from '../../api/use-today.js';
import { NumberTable } from '../../components/number-table.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { YearChoice } from '../../components/year-choice.js';
import { CheckpointList } from './checkpoint-list.js';

interface ReportProps {
  readonly report: ParticipationReport;
}

function Together({ report: { together } }: ReportProps) {
  const { t } = useTranslation();
  if (together.length === 0) return <p>{t('heard.together.empty')}</p>;
  return (
    <>
      <p className="subtle">{t('heard.together.about')}</p>
      <NumberTable
        columns={[
          t('heard.code'),
          t('heard.invited'),
          t('heard.held'),
          t('heard.declined'),
          t('heard.exempted'),
          t('heard.open'),
        ]}
        rows={together.map(({ code, name, invited, held, declined, exempted, open }) => ({
          name: `${code} ${name}`,
          cells: [invited, held, declined, exempted, open],
        }))}
        hidden={t('heard.hidden')}
      />
    </>
  );
}

function Alone({ report: { alone, fewestShown } }: ReportProps) {
  const { t } = useTranslation();
  if (alone.length === 0) return <p>{t('heard.alone.empty')}</p>;
  return (
    <>
      <p className="subtle">{t('heard.alone.about', { count: fewestShown })}</p>
      <NumberTable
        columns={[
          t('heard.code'),
          t('heard.held'),
          t('heard.declined'),
          t('heard.exempted'),
          t('heard.notReached'),
          t('heard.total'),
        ]}
        rows={alone.map(({ code, held, declined, exempted, notReached, total }) => ({
          name: code,
          cells: [held, declined, exempted, notReached, total],
        }))}
        hidden={t('heard.hidden')}
      />
    </>
  );
}

interface PointsProps {
  readonly points: ParticipationReport['checkpoints'];
  readonly none: string;
}

/** Checkpoints by the project that they are of. */
function Points({ points, none }: PointsProps) {
  const { t } = useTranslation();
  if (points.length === 0) return <p>{none}</p>;
  const owners = new Map(points.map(({ owner, projectId }) => [owner, projectId]));
  return [...owners].map(([owner, projectId]) => (
    <div key={owner} className="stack-tight">
      <Heading level={3} data-size="2xs">
        {projectId === null ? (
          t('heard.project', { name: owner })
        ) : (
          <PageLink to="/prosjekter/$projectId" params={{ projectId }}>
            {t('heard.project', { name: owner })}
          </PageLink>
        )}
      </Heading>
      <CheckpointList checkpoints={points.filter((point) => point.owner === owner)} level={4} />
    </div>
  ));
}

function ReportOfYear({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { data: report } = useSuspenseQuery(participationReportQuery(year));
  const { checkpoints } = report;
  return (
    <>
      <Section title={t('heard.owed.title')}>
        <Points points={checkpoints.filter(({ feedback }) => feedback.isOwed)} none={t('heard.owed.none')} />
      </Section>
      <Section title={t('heard.together.title')}>
        <Together report={report} />
      </Section>
      <Section title={t('heard.alone.title')}>
        <Alone report={report} />
      </Section>
      <Section title={t('heard.exemptions.title')}>
        <Points points={checkpoints.filter(({ exemption }) => exemption !== null)} none={t('heard.exemptions.none')} />
      </Section>
      <Section title={t('heard.trace.title')}>
        <Points points={checkpoints.filter(({ said }) => said !== '')} none={t('heard.trace.none')} />
      </Section>
    </>
  );
}

/** Who was heard in a year: what we owe them, how many, who was not, and what came of what they said. */
export function HeardPage() {
  const { t } = useTranslation();
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);

  return (
    <Page title={t('heard.title')} lead={t('heard.lead')}>
      <YearChoice label={t('heard.year')} thisYear={thisYear} year={year} choose={setYear} />
      <ReportOfYear year={year} />
    </Page>
  );
}
