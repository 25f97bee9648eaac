import { routes } from '@contract/routes.contract.js';
import type { UserTaskDetail } from '@contract/user-task.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import type { FormField } from '../../forms/form-field.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';

const mostLetters = 1000;

// The task's own form is on the same page: the ids of inputs must not meet.
const field = 'habilitet-reason';

const paths = { declare: routes.declarePartiality, withdraw: routes.withdrawPartiality };

/** To say that one is not impartial towards the person whom the task is about, with a reason; or that one is after all. */
export function TaskPartiality({ task }: { readonly task: UserTaskDetail }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [done, setDone] = useState<'declare' | 'withdraw'>();
  // The button that was pressed is gone when the answer comes; focus goes to what is said.
  const said = useRef<HTMLDivElement>(null);
  const { declarePartiality, withdrawPartiality } = task.actions;
  const step = declarePartiality.allowed ? 'declare' : withdrawPartiality.allowed ? 'withdraw' : undefined;
  const command = useCommand(() => {
    setIsOpen(false);
    setDone(step);
    said.current?.focus();
  });
  const refused = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  const reason: FormField = {
    ...{ name: field, label: t('tasks.partiality.reason'), description: t('tasks.partiality.reasonHint') },
    ...{ kind: 'textarea', choices: [], required: true, maxLength: mostLetters },
  };

  return (
    <div className="stack-tight">
      <div role="status" ref={said} tabIndex={-1}>
        {done !== undefined && <Alert data-color="success">{t(`tasks.partiality.done.${done}`)}</Alert>}
      </div>
      {step !== undefined && (
        <div className="tools">
          <Button variant="tertiary" data-size="sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(`tasks.partiality.${step}`)}
          </Button>
        </div>
      )}
      {isOpen && step !== undefined && (
        <>
          <p>{t(`tasks.partiality.lead.${step}`)}</p>
          {command.isError && <FormProblem error={command.error} />}
          <SchemaForm
            fields={[reason]}
            submitLabel={t(`tasks.partiality.send.${step}`)}
            busy={command.isPending}
            refused={refused.map(({ message }) => ({ path: field, message }))}
            submit={(values) =>
              command.mutate({
                path: pathOf(paths[step], { id: task.id }),
                revision: task.revision,
                body: { reason: values[field] },
              })
            }
          />
        </>
      )}
    </div>
  );
}
