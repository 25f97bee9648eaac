import type { ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { CaseChildren } from './case-children.js';

/** The process that a participation checkpoint is. */
export const checkpointProcess = 'medvirkningspunkt';

/** Whether there is anything to say of participation: in projects there always is. */
export const hasParticipation = ({ process, tasks, children }: ProcessInstanceDetail): boolean =>
  process === 'boligutvikling' ||
  tasks.some(({ participation }) => participation !== null) ||
  children.some((child) => child.process === checkpointProcess);

/** The participation checkpoints that the case has reached: those it has started, and those that are tasks of its own. */
export function CaseParticipation({ case: it }: { readonly case: ProcessInstanceDetail }) {
  const { t } = useTranslation();
  const own = it.tasks.filter(({ participation }) => participation !== null);
  const started = it.children.filter(({ process }) => process === checkpointProcess);
  if (own.length + started.length === 0) return <p className="subtle">{t('cases.participation.empty')}</p>;

  return (
    <>
      <CaseChildren cases={started} />
      <ul className="plain">
        {own.map(({ id, name, participation, state, deadline }) => (
          <li key={id}>
            <Tag data-size="sm">{participation}</Tag> {name}: {t(`cases.tasks.${state}`)}{' '}
            {state !== 'completed' && deadline !== null && <DeadlineTag deadline={deadline} />}
          </li>
        ))}
      </ul>
    </>
  );
}
