import type { ProjectDetail } from '@contract/project-detail.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { projectQuery } from '../../api/queries.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { StateTag } from '../../components/state-tag.js';
import { formatDate } from '../../i18n/dates.js';
import { CheckpointList } from '../participation/checkpoint-list.js';
import { ProjectEvaluation } from './project-evaluation.js';
import { ProjectForecast } from './project-forecast.js';
import { ProjectMoney } from './project-money.js';
import { ProjectInvitations } from './project-invitations.js';
import { NextGate, ProjectPhases } from './project-phases.js';
import { PoliticalCases, ProjectSites } from './project-politics.js';
import { StopProject } from './stop-project.js';

type Building = NonNullable<ProjectDetail['building']>;

interface ProjectProps {
  readonly project: ProjectDetail;
}

function ProjectNeed({ project: { need } }: ProjectProps) {
  const { t } = useTranslation();
  const lines = (need.picture?.needs ?? []).map(({ name, people }) => `${name}: ${people ?? t('needs.hidden')}`);
  const version = need.picture === null ? [] : [t('project.need.version', { version: need.picture.version })];
  const items = [
    [t('project.need.picture'), [...version, ...lines].join(' · ')],
    [t('project.need.waiting'), need.waiting ?? ''],
    [t('project.need.missing'), need.missing],
    [t('project.need.approved'), need.approved],
    [t('project.need.homes'), need.homes ?? ''],
  ] as const;
  if (items.every(([, value]) => value === '')) return <p className="subtle">{t('project.need.empty')}</p>;
  return <Facts items={items} />;
}

function ProjectHearing({ project: { id, hearing } }: ProjectProps) {
  const { t } = useTranslation();
  if (hearing === null) return <p className="subtle">{t('project.hearing.empty')}</p>;
  const { publishedOn, openUntil, statements, held, answer } = hearing;
  return (
    <>
      <Facts
        items={[
          [t('project.hearing.published'), formatDate(publishedOn)],
          [t('project.hearing.openUntil'), openUntil === null ? t('project.hearing.closed') : formatDate(openUntil)],
          [t('project.hearing.statements'), statements],
          [t('project.hearing.held'), held === 0 ? '' : held],
          [t('project.hearing.answer'), answer?.text ?? t('project.hearing.noAnswer')],
        ]}
      />
      <p>
        <PageLink to="/prosjekter/$projectId/horing" params={{ projectId: id }}>
          {t('project.hearing.page')}
        </PageLink>
      </p>
    </>
  );
}

function ProjectRisks({ risks }: { readonly risks: NonNullable<ProjectDetail['risks']> }) {
  const { t } = useTranslation();
  if (risks.length === 0) return <p className="subtle">{t('project.risks.empty')}</p>;
  return (
    <ul>
      {risks.map(({ text, saidAt, saidIn }, index) => (
        <li key={index}>
          {text} <span className="subtle">({t('project.risks.said', { task: saidIn, date: formatDate(saidAt) })})</span>
        </li>
      ))}
    </ul>
  );
}

/** The way to the building that the project became. */
function ProjectBuilding({ building: { id, name, isInRegister } }: { readonly building: Building }) {
  const { t } = useTranslation();
  const text = t('project.building', { name });
  return (
    <p>
      {isInRegister ? (
        <PageLink to="/bygg/$buildingId" params={{ buildingId: id }}>
          {text}
        </PageLink>
      ) : (
        <PageLink to="/beboermoter/$buildingId" params={{ buildingId: id }}>
          {text}
        </PageLink>
      )}
    </p>
  );
}

/** What was said and came of it, and what may go wrong. */
function ProjectVoices({ project }: ProjectProps) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('project.participation.title')}>
        {project.participation.length === 0 ? (
          <p className="subtle">{t('project.participation.empty')}</p>
        ) : (
          <CheckpointList checkpoints={project.participation} />
        )}
      </Section>
      {project.risks !== null && (
        <Section title={t('project.risks.title')}>
          <ProjectRisks risks={project.risks} />
        </Section>
      )}
    </>
  );
}

function ProjectSections({ project }: ProjectProps) {
  const { t } = useTranslation();
  return (
    <>
      {project.invitations.length > 0 && (
        <Section title={t('project.invitations.title')}>
          <ProjectInvitations invitations={project.invitations} />
        </Section>
      )}
      {project.evaluation !== null && (
        <Section title={t('project.evaluation.title')}>
          <ProjectEvaluation evaluation={project.evaluation} />
        </Section>
      )}
      <Section title={t('project.next.title')}>
        <NextGate project={project} />
      </Section>
      <Section title={t('project.forecast.title')}>
        <ProjectForecast project={project} />
      </Section>
      <Section title={t('project.phases.title')}>
        <ProjectPhases phases={project.phases} />
      </Section>
      <Section title={t('project.need.title')}>
        <ProjectNeed project={project} />
      </Section>
      <Section title={t('project.politics.title')}>
        <PoliticalCases cases={project.politicalCases} />
      </Section>
      <Section title={t('project.sites.title')}>
        <ProjectSites sites={project.sites} />
      </Section>
      <Section title={t('project.hearing.title')}>
        <ProjectHearing project={project} />
      </Section>
      <Section title={t('project.money.title')}>
        <ProjectMoney budget={project.budget} />
      </Section>
      <ProjectVoices project={project} />
    </>
  );
}

/** One housing project: where it stands, what is left before the next phase, when it may be done, and all that was decided. */
export function ProjectPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ strict: false });
  const { data: project } = useSuspenseQuery(projectQuery(projectId ?? ''));

  return (
    <Page
      title={project.title}
      lead={t('project.lead', { phase: project.phase, name: project.phaseName })}
      above={
        <p className="above">
          <PageLink to="/prosjekter">{t('project.back')}</PageLink> · <StateTag state={project.state} /> ·{' '}
          <PageLink to="/saker/$caseId" params={{ caseId: project.id }}>
            {t('project.diagram')}
          </PageLink>
        </p>
      }
    >
      {project.building !== null && <ProjectBuilding building={project.building} />}
      {project.stopReason !== null && <StopProject project={project} />}
      <ProjectSections project={project} />
      {project.stopReason === null && <StopProject project={project} />}
    </Page>
  );
}
