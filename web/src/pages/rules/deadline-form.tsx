import { routes } from '@contract/routes.contract.js';
import type { UserTaskDetail } from '@contract/user-task.contract.js';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

/** What may be done with a deadline. */
export type DeadlineStep = 'pause' | 'resume' | 'extend';

interface DeadlineFormProps {
  readonly task: UserTaskDetail;
  readonly step: DeadlineStep;
  readonly done: () => void;
}

const paths = { pause: routes.pauseDeadline, resume: routes.resumeDeadline, extend: routes.extendDeadline };
const mostLetters = 500;

// The task's own form is on the same page: the ids of inputs must not meet.
const prefix = 'frist-';

function useFields({ task: { deadline }, step }: DeadlineFormProps): readonly FormField[] {
  const { t } = useTranslation();
  const plain = { choices: [], required: true };
  const reason: FormField = {
    ...{ ...plain, name: `${prefix}reason`, label: t('tasks.deadline.reason'), kind: 'textarea' },
    ...{ description: t('tasks.deadline.reasonHint'), maxLength: mostLetters },
  };
  const day = (name: string, label: string, hint: string): FormField => {
    return { ...plain, name: `${prefix}${name}`, label, description: hint, kind: 'date', required: false };
  };
  if (step === 'resume') return [day('on', t('tasks.deadline.on'), t('tasks.deadline.dayHint'))];
  if (step === 'extend') {
    const hint = t('tasks.deadline.byRule', { rule: deadline?.extension ?? '' });
    return [{ ...day('dueOn', t('tasks.deadline.dueOn'), hint), required: true }, reason];
  }
  const choices = (deadline?.pausable ?? []).map((value) => ({ value, label: t(`tasks.deadline.ground.${value}`) }));
  const ground: FormField = {
    ...plain,
    name: `${prefix}ground`,
    label: t('tasks.deadline.why'),
    kind: 'choice',
    choices,
  };
  return [ground, reason, day('from', t('tasks.deadline.from'), t('tasks.deadline.dayHint'))];
}

/** What is asked before a deadline is paused, taken up again or extended. */
export function DeadlineForm(props: DeadlineFormProps) {
  const { task, step, done } = props;
  const { t } = useTranslation();
  const fields = useFields(props);
  const command = useCommand(done);
  const { error } = command;
  const refused = error instanceof ProblemError ? (error.problem.errors ?? []) : [];

  return (
    <>
      {command.isError && <FormProblem error={error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t(`tasks.deadline.send.${step}`)}
        busy={command.isPending}
        refused={refused.map(({ path, message }) => ({ path: `${prefix}${path}`, message }))}
        submit={(values) =>
          command.mutate({
            path: pathOf(paths[step], { id: task.id }),
            revision: task.revision,
            body: Object.fromEntries(Object.entries(values).map(([name, value]) => [name.slice(prefix.length), value])),
          })
        }
      />
    </>
  );
}
