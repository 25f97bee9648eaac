import type { UserTaskView } from '@contract/user-task.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { formatShortDate } from '../../i18n/dates.js';

const colors = { created: 'warning', assigned: 'info', completed: 'success', cancelled: 'neutral' } as const;

/** Every task that the case has had, with the open ones first. */
export function CaseTasks({ tasks }: { readonly tasks: readonly UserTaskView[] }) {
  const { t } = useTranslation();
  if (tasks.length === 0) return <p className="subtle">{t('cases.tasks.empty')}</p>;
  const openFirst = tasks.toSorted((one, other) => (other.completedAt ?? '9').localeCompare(one.completedAt ?? '9'));

  return (
    <ul className="plain">
      {openFirst.map(({ id, name, state, assignee, completedAt }) => (
        <li key={id}>
          <PageLink to="/oppgaver/$taskId" params={{ taskId: id }}>
            {name}
          </PageLink>{' '}
          <Tag data-size="sm" data-color={colors[state]}>
            {t(`cases.tasks.${state}`)}
          </Tag>
          <span className="subtle block">
            {[assignee?.name, completedAt === null ? undefined : formatShortDate(completedAt)]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
