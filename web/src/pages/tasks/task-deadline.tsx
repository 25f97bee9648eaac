import type { UserTaskDetail } from '@contract/user-task.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { WhyThisDate } from '../../components/why-this-date.js';
import { formatDate } from '../../i18n/dates.js';
import { DeadlineForm, type DeadlineStep } from '../rules/deadline-form.js';

interface TaskDeadlineProps {
  readonly task: UserTaskDetail;
}

/** What the reader may do now: a clock that stands is taken up again, one that goes is paused. */
function stepsOf({ deadline, actions }: UserTaskDetail): readonly DeadlineStep[] {
  const { pauseDeadline, resumeDeadline, extendDeadline } = actions;
  return [
    ...(pauseDeadline.allowed && deadline?.pausedSince === null ? (['pause'] as const) : []),
    ...(resumeDeadline.allowed ? (['resume'] as const) : []),
    ...(extendDeadline.allowed ? (['extend'] as const) : []),
  ];
}

function DeadlineSteps({ task }: TaskDeadlineProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<DeadlineStep>();
  const [done, setDone] = useState<DeadlineStep>();
  // The button that was pressed may be gone when the answer comes; focus goes to what is said.
  const said = useRef<HTMLDivElement>(null);
  const steps = stepsOf(task);
  const open = steps.find((step) => step === asked);

  return (
    <>
      <div role="status" ref={said} tabIndex={-1}>
        {done !== undefined && <Alert data-color="success">{t(`tasks.deadline.done.${done}`)}</Alert>}
      </div>
      {steps.length > 0 && (
        <div className="tools">
          {steps.map((step) => (
            <Button
              key={step}
              variant={step === open ? 'tertiary' : 'secondary'}
              data-size="sm"
              aria-expanded={step === open}
              onClick={() => setAsked(step === open ? undefined : step)}
            >
              {t(`tasks.deadline.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {open !== undefined && (
        <DeadlineForm
          key={open}
          task={task}
          step={open}
          done={() => {
            setAsked(undefined);
            setDone(open);
            said.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** The deadline of a task: its date, whether its clock stands, why it is that date, and what may be done with it. */
export function TaskDeadline({ task }: TaskDeadlineProps) {
  const { t } = useTranslation();
  const { deadline } = task;

  return (
    <div className="stack-tight">
      <DeadlineTag deadline={deadline} />
      {deadline !== null && deadline.pausedSince !== null && (
        <p>{t('tasks.deadline.pausedSince', { date: formatDate(deadline.pausedSince) })}</p>
      )}
      {deadline !== null && <WhyThisDate deadline={deadline} alone />}
      {deadline !== null && <DeadlineSteps task={task} />}
    </div>
  );
}
