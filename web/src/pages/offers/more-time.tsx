import { Alert, Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { userTaskQuery } from '../../api/queries.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { DeadlineForm } from '../rules/deadline-form.js';

function Form({ taskId, done }: { readonly taskId: string; readonly done: () => void }) {
  const { t } = useTranslation();
  const { data: task, error } = useQuery(userTaskQuery(taskId));
  if (error !== null) return <ProblemAlert error={error} />;
  if (task === undefined) return <p role="status">{t('common.loading')}</p>;

  const { allowed, reason } = task.actions.extendDeadline;
  if (!allowed) return <p role="status">{reason ?? t('offers.moreTime.notNow')}</p>;
  return <DeadlineForm task={task} step="extend" done={done} />;
}

/** Moves the day by which an offer is to be answered, with a reason that the applicant reads. */
export function MoreTime({ taskId, title }: { readonly taskId: string; readonly title: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isMoved, setMoved] = useState(false);
  // The form is gone when the answer comes; focus goes to what is said.
  const said = useRef<HTMLDivElement>(null);

  return (
    <div className="stack-tight">
      <div role="status" ref={said} tabIndex={-1}>
        {isMoved && <Alert data-color="success">{t('offers.moreTime.done')}</Alert>}
      </div>
      <div>
        <Button
          variant={isOpen ? 'tertiary' : 'secondary'}
          data-size="sm"
          aria-expanded={isOpen}
          aria-label={t('offers.moreTime.giveTo', { title })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('offers.moreTime.give')}
        </Button>
      </div>
      {isOpen && (
        <Form
          taskId={taskId}
          done={() => {
            setOpen(false);
            setMoved(true);
            said.current?.focus();
          }}
        />
      )}
    </div>
  );
}
