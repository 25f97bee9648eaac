import type { ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { useGroupName } from '../../components/group-names.js';
import { PageLink } from '../../components/page-link.js';
import { formatUntil } from '../../i18n/dates.js';

interface CaseBallProps {
  readonly case: ProcessInstanceDetail;
}

type Task = ProcessInstanceDetail['tasks'][number];

const isOpen = ({ state }: Task): boolean => state === 'created' || state === 'assigned';

function TaskBall({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const text =
    task.assignee === null
      ? t('cases.ball.unit', { who: task.candidateGroups.map(groupName).join(', '), what: task.name })
      : t('cases.ball.person', { who: task.assignee.name, what: task.name });

  return (
    <li>
      <PageLink to="/oppgaver/$taskId" params={{ taskId: task.id }} className="ds-link first-upper">
        {text}
      </PageLink>{' '}
      <DeadlineTag deadline={task.deadline} />
    </li>
  );
}

function useWaits({ incidents, waitingFor, timers, children }: ProcessInstanceDetail): readonly string[] {
  const { t } = useTranslation();
  const groupName = useGroupName();
  return [
    ...incidents.map(({ melding, owner, assignee }) =>
      t('cases.ball.incident', { message: melding, who: assignee?.name ?? groupName(owner) }),
    ),
    ...waitingFor.map(({ name }) => t('cases.ball.message', { what: name })),
    ...timers
      .filter(({ purpose }) => purpose === 'event')
      .map(({ dueAt, name }) => t('cases.ball.timer', { at: formatUntil(dueAt), what: name })),
    ...children
      .filter(({ state }) => state === 'active' || state === 'incident')
      .map(({ title }) => t('cases.ball.child', { what: title })),
  ];
}

/** Whose move it is: people first, then what the case waits for. */
export function CaseBall({ case: it }: CaseBallProps) {
  const { t } = useTranslation();
  const tasks = it.tasks.filter(isOpen);
  const waits = useWaits(it);
  if (it.state === 'completed' || it.state === 'cancelled') return <p>{t('cases.ball.ended')}</p>;
  if (tasks.length + waits.length === 0) return <p>{t('cases.ball.none')}</p>;

  return (
    <ul className="plain">
      {tasks.map((task) => (
        <TaskBall key={task.id} task={task} />
      ))}
      {waits.map((text, index) => (
        <li key={index}>{text}</li>
      ))}
    </ul>
  );
}
