import type { UserTaskDetail } from '@contract/user-task.contract.js';
import { useTranslation } from 'react-i18next';
import { useGroupName } from '../../components/group-names.js';
import { formatAlarm } from '../../i18n/dates.js';

type Reminder = UserTaskDetail['reminders'][number];

function useReminderText(): (reminder: Reminder) => string {
  const { t } = useTranslation();
  const groupName = useGroupName();

  return ({ kind, at, to, rung }) => {
    if (rung) return t('tasks.task.rung', { at: formatAlarm(at), to: groupName(to) });
    if (kind === 'breach') return t('tasks.task.willBreach', { at: formatAlarm(at) });
    if (kind === 'legal-breach') return t('tasks.task.willLegallyBreach', { at: formatAlarm(at) });
    if (kind === 'pause') return t('tasks.task.willRemindOfPause', { at: formatAlarm(at), to: groupName(to) });
    return t('tasks.task.willRing', { at: formatAlarm(at), to: groupName(to) });
  };
}

/** Reminders that have gone and that will go, oldest first. */
export function TaskReminders({ reminders }: Pick<UserTaskDetail, 'reminders'>) {
  const { t } = useTranslation();
  const textOf = useReminderText();
  if (reminders.length === 0) return <p className="subtle">{t('tasks.task.remindersNone')}</p>;

  return (
    <ol className="ladder">
      {reminders.map((reminder, index) => (
        <li key={index} data-rung={reminder.rung}>
          <strong>{t(`tasks.task.reminder.${reminder.kind}`)}</strong>
          <span className="block">{textOf(reminder)}</span>
        </li>
      ))}
    </ol>
  );
}
