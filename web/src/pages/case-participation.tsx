import type { UserTaskView } from '@contract/user-task.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../components/deadline-tag.js';

/** The participation checkpoints that the case has reached. */
export function CaseParticipation({ tasks }: { readonly tasks: readonly UserTaskView[] }) {
  const { t } = useTranslation();
  const checkpoints = tasks.filter(({ participation }) => participation !== null);
  if (checkpoints.length === 0) return <p className="subtle">{t('cases.participation.empty')}</p>;

  return (
    <ul className="plain">
      {checkpoints.map(({ id, name, participation, state, deadline }) => (
        <li key={id}>
          <Tag data-size="sm">{participation}</Tag> {name}: {t(`cases.tasks.${state}`)}
          {state !== 'completed' && deadline !== null && (
            <>
              {' '}
              <DeadlineTag deadline={deadline} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
