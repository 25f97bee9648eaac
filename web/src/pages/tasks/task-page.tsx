import type { UserTaskDetail } from '@contract/user-task.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery, userTaskQuery } from '../../api/queries.js';
import { isApplicant } from '../../app/groups.js';
import { Facts } from '../../components/facts.js';
import { useGroupName } from '../../components/group-names.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate, formatTime } from '../../i18n/dates.js';
import { OfferPage } from '../offers/offer-page.js';
import { TaskDeadline } from './task-deadline.js';
import { TaskPartiality } from './task-partiality.js';
import { TaskReminders } from './task-reminders.js';
import { TaskWork } from './task-work.js';

function TaskFacts({ task }: { readonly task: UserTaskDetail }) {
  const { t } = useTranslation();
  const groupName = useGroupName();

  return (
    <Facts
      items={[
        [t('tasks.task.owner'), task.assignee?.name ?? t('tasks.inbox.noOwner')],
        [t('tasks.task.units'), task.candidateGroups.map(groupName).join(', ')],
        [t('tasks.task.created'), formatDate(task.createdAt)],
        [t('tasks.task.completedAt'), task.completedAt === null ? '' : formatTime(task.completedAt)],
      ]}
    />
  );
}

function TaskHead({ task }: { readonly task: UserTaskDetail }) {
  const { data: me } = useSuspenseQuery(meQuery());
  const { id } = task.case;

  return (
    <p className="above">
      {task.case.processName} ·{' '}
      {isApplicant(me) ? (
        <PageLink to="/reiser/$journeyId" params={{ journeyId: id }}>
          {task.case.title}
        </PageLink>
      ) : (
        <PageLink to="/saker/$caseId" params={{ caseId: id }}>
          {task.case.title}
        </PageLink>
      )}
      {task.participation !== null && (
        <>
          {' '}
          <Tag data-size="sm">{task.participation}</Tag>
        </>
      )}
    </p>
  );
}

/** One task: what it is, why its date, its form, and the reminders around it. */
export function TaskPage() {
  const { t } = useTranslation();
  const { taskId } = useParams({ from: '/closed/oppgaver/$taskId' });
  const { data: task } = useSuspenseQuery(userTaskQuery(taskId));

  const { data: me } = useSuspenseQuery(meQuery());
  if (isApplicant(me) && task.form?.['$id'] === 'svar-pa-tilbud') return <OfferPage task={task} />;

  return (
    <Page title={task.name} above={<TaskHead task={task} />}>
      <div className="columns">
        {/* Who has said that they are not impartial has nothing left to write here. */}
        <TaskWork key={`${task.id}/${String(task.actions.withdrawPartiality.allowed)}`} task={task} />
        <div className="stack">
          <Section title={t('common.deadline.label')}>
            <TaskDeadline key={task.id} task={task} />
          </Section>
          <Section title={t('tasks.task.reminders')}>
            <TaskReminders reminders={task.reminders} />
          </Section>
          <Section title={t('tasks.task.about')}>
            <TaskFacts task={task} />
            <TaskPartiality key={task.id} task={task} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
