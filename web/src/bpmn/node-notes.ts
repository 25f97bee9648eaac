import type { ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { useTranslation } from 'react-i18next';
import { useGroupName } from '../components/group-names.js';
import { formatAlarm, formatShortDate } from '../i18n/dates.js';

/** What is worth saying beside a node where the case stands: who has it, and the date. Used by diagram and text alike. */
export function useNodeNotes(it: Pick<ProcessInstanceDetail, 'tasks' | 'timers'>): (node: string) => readonly string[] {
  const { t } = useTranslation();
  const groupName = useGroupName();

  return (node) => {
    const tasks = it.tasks.filter(
      (task) => task.node === node && task.completedAt === null && task.state !== 'cancelled',
    );
    const timers = it.timers.filter((timer) => timer.node === node && timer.purpose === 'event');
    return [
      ...tasks.map((task) => task.assignee?.name ?? task.candidateGroups.map(groupName).join(', ')),
      ...tasks.flatMap(({ deadline }) =>
        deadline === null ? [] : `${t('common.deadline.label')} ${formatShortDate(deadline.dueOn)}`,
      ),
      ...timers.map(({ dueAt }) => formatAlarm(dueAt)),
    ];
  };
}
