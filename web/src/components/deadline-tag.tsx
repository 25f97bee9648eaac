import type { DeadlineView } from '@contract/deadline.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/use-today.js';
import { daysBetween, formatShortDate } from '../i18n/dates.js';

const soonDays = 7;

/** How far it is to a deadline, in words: “om 3 dager”, “2 dager over fristen”. */
export function useDistance(): (deadline: DeadlineView) => string {
  const { t } = useTranslation();
  const today = useToday();

  return ({ dueOn, overdue }) => {
    const days = daysBetween(today, dueOn);
    if (days < 0) return t('common.deadline.lateDays', { count: -days });
    if (overdue) return t('common.deadline.late');
    return days === 0 ? t('common.deadline.today') : t('common.deadline.inDays', { count: days });
  };
}

/** The date of a deadline and how far it is to it; late ones are marked in words as well as colour. */
export function DeadlineTag({ deadline }: { readonly deadline: DeadlineView | null }) {
  const { t } = useTranslation();
  const today = useToday();
  const distance = useDistance();
  if (deadline === null) return <span className="subtle">{t('common.deadline.none')}</span>;

  const isSoon = daysBetween(today, deadline.dueOn) <= soonDays;
  const color = deadline.overdue ? 'danger' : isSoon ? 'warning' : 'neutral';
  return (
    <span className="deadline">
      <time dateTime={deadline.dueOn}>{formatShortDate(deadline.dueOn)}</time>{' '}
      <Tag data-color={color} data-size="sm">
        {distance(deadline)}
      </Tag>
    </span>
  );
}
