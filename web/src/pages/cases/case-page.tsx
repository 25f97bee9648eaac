import { Paragraph } from '@digdir/designsystemet-react';
import type { ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { caseQuery, meQuery } from '../../api/queries.js';
import { keepsDocuments } from '../../app/groups.js';
import { CaseDiagram } from '../../bpmn/case-diagram.js';
import { Letters } from '../../components/letters.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { StateTag } from '../../components/state-tag.js';
import { formatDate } from '../../i18n/dates.js';
import { CaseBall } from './case-ball.js';
import { CaseChildren } from './case-children.js';
import { CaseDeadlines } from './case-deadlines.js';
import { CaseParticipation, checkpointProcess, hasParticipation } from './case-participation.js';
import { CaseTasks } from './case-tasks.js';
import { CaseRecords } from '../decisions/case-records.js';
import { Decisions } from '../decisions/decisions.js';
import { CaseTimeline } from './case-timeline.js';

interface CaseProps {
  readonly case: ProcessInstanceDetail;
}

function CaseHead({ case: it }: CaseProps) {
  const { t } = useTranslation();
  return (
    <p className="above">
      <StateTag state={it.state} /> {t('cases.process', { name: it.processName, version: it.version })} ·{' '}
      {it.endedAt === null
        ? t('cases.started', { date: formatDate(it.startedAt) })
        : t('cases.ended', { date: formatDate(it.endedAt) })}
      {it.person !== null && (
        <>
          {' · '}
          {t('cases.about')}{' '}
          <PageLink to="/personer/$personId" params={{ personId: it.person.id }}>
            {it.person.name}
          </PageLink>
        </>
      )}
      {it.parentId !== null && (
        <>
          {' · '}
          <PageLink to="/saker/$caseId" params={{ caseId: it.parentId }}>
            {t('cases.parent')}
          </PageLink>
        </>
      )}
      {it.process === 'avvikling' && (
        <>
          {' · '}
          <PageLink to="/avvikling/$caseId" params={{ caseId: it.id }}>
            {t('windDown.see')}
          </PageLink>
        </>
      )}
      {it.isWaiting && (
        <>
          {' · '}
          <PageLink to="/venteliste/$caseId" params={{ caseId: it.id }}>
            {t('place.link')}
          </PageLink>
        </>
      )}
      {it.process === 'boligtildeling' && it.sees === 'whole' && (
        <>
          {' · '}
          <PageLink to="/reiser/$journeyId" params={{ journeyId: it.id }}>
            {t('cases.journey')}
          </PageLink>
        </>
      )}
    </p>
  );
}

function CaseSide({ case: it }: CaseProps) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const children = it.children.filter(({ process }) => process !== checkpointProcess);

  return (
    <div className="stack">
      <Section title={t('cases.deadlines.title')}>
        <CaseDeadlines case={it} />
      </Section>
      <Section title={t('common.letters.title')}>
        <Letters letters={it.letters} />
      </Section>
      {it.sees === 'whole' && keepsDocuments(me) && (
        <Section title={t('documents.section')}>
          <PageLink to="/saker/$caseId/dokumenter" params={{ caseId: it.id }}>
            {t('documents.link')}
          </PageLink>
        </Section>
      )}
      {hasParticipation(it) && (
        <Section title={t('cases.participation.title')}>
          <CaseParticipation case={it} />
        </Section>
      )}
      {children.length > 0 && (
        <Section title={t('cases.children.title')}>
          <CaseChildren cases={children} />
        </Section>
      )}
    </div>
  );
}

/** One case: who has the ball, where it stands in the diagram, what has happened, and why every date. */
export function CasePage() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/closed/saker/$caseId' });
  const { data: it } = useSuspenseQuery(caseQuery(caseId));

  return (
    <Page title={it.title} above={<CaseHead case={it} />}>
      {it.sees === 'tasks' && <Paragraph>{t('cases.tasksOnly')}</Paragraph>}
      <Section title={t('cases.ball.title')} className="ball">
        <CaseBall case={it} />
      </Section>
      <CaseDiagram key={it.id} case={it} />
      <div className="columns">
        <div className="stack">
          {it.opensDecisions && <Decisions caseId={it.id} isOwn={false} />}
          {it.opensRecords && <CaseRecords caseId={it.id} isOwn={false} />}
          <CaseTimeline caseId={it.id} />
          <Section title={t('cases.tasks.title')}>
            <CaseTasks tasks={it.tasks} />
          </Section>
        </div>
        <CaseSide case={it} />
      </div>
    </Page>
  );
}
