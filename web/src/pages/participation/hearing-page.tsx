import type { ProjectDetail } from '@contract/project-detail.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { projectQuery, statementsQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { HeldStatements } from './held-statements.js';
import { RegisterStatement } from './register-statement.js';
import { StatementList } from './statement-list.js';

type Hearing = NonNullable<ProjectDetail['hearing']>;

function HearingAnswer({ hearing: { answer, answerTask } }: { readonly hearing: Hearing }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="letter">{answer?.text ?? t('hearing.answer.none')}</p>
      {answerTask !== null && (
        <p>
          <PageLink to="/oppgaver/$taskId" params={{ taskId: answerTask }}>
            {t('hearing.answer.task')}
          </PageLink>
        </p>
      )}
    </>
  );
}

function HearingSections({ projectId, hearing }: { readonly projectId: string; readonly hearing: Hearing }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(statementsQuery(projectId));
  return (
    <>
      <p>
        {t('hearing.published', { date: formatDate(hearing.publishedOn) })}{' '}
        {hearing.openUntil === null
          ? t('hearing.closed')
          : t('hearing.openStaff', { date: formatDate(hearing.openUntil) })}{' '}
        <PageLink to="/horing/$hearingId" params={{ hearingId: projectId }}>
          {t('hearing.publicLink')}
        </PageLink>
      </p>
      {hearing.isYours && (
        <Section title={t('hearing.held.title')}>
          <HeldStatements projectId={projectId} />
        </Section>
      )}
      {!hearing.isYours && <p>{t('hearing.notYours')}</p>}
      <Section title={t('hearing.statements.title')}>
        <StatementList statements={data.items} />
      </Section>
      <Section title={t('hearing.answer.title')}>
        <HearingAnswer hearing={hearing} />
      </Section>
      {hearing.isYours && (
        <Section title={t('hearing.register.title')}>
          <RegisterStatement projectId={projectId} />
        </Section>
      )}
    </>
  );
}

/** The hearing of a project for the staff: what waits to be redacted, what is published, the answer, and what came on paper. */
export function HearingPage() {
  const { t } = useTranslation();
  const { projectId = '' } = useParams({ strict: false });
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const above = (
    <p className="above">
      <PageLink to="/prosjekter/$projectId" params={{ projectId }}>
        {t('hearing.back')}
      </PageLink>
    </p>
  );

  return (
    <Page title={t('hearing.title', { project: project.title })} above={above}>
      {project.hearing === null ? (
        <Empty text={t('hearing.none')} next={t('hearing.noneNext')} />
      ) : (
        <HearingSections projectId={projectId} hearing={project.hearing} />
      )}
    </Page>
  );
}
