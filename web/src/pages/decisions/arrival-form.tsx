import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import type { FormField } from '../../forms/form-field.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface ArrivalFormProps {
  readonly decisionId: string;
  readonly sent: () => void;
  readonly cancel: () => void;
}

const mostLetters = 1000;

/** When the letter came after all, and how that is known; without a day it came back. The prefix keeps several forms on one page apart. */
export function ArrivalForm({ decisionId, sent, cancel }: ArrivalFormProps) {
  const { t } = useTranslation();
  const prefix = `${decisionId}_`;
  const command = useCommand(sent);
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  const fields: readonly FormField[] = [
    {
      ...{ name: `${prefix}arrivedOn`, kind: 'date', choices: [], required: false },
      ...{ label: t('decisions.arrival.on'), description: t('decisions.arrival.onHint') },
    },
    {
      ...{ name: `${prefix}reason`, kind: 'textarea', choices: [], required: true, maxLength: mostLetters },
      label: t('decisions.arrival.reason'),
    },
  ];

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('decisions.arrival.save')}
        busy={command.isPending}
        refused={errors.map(({ path, message }) => ({ path: `${prefix}${path}`, message }))}
        submit={(values) =>
          command.mutate({
            path: pathOf(routes.correctArrival, { id: decisionId }),
            body: Object.fromEntries(Object.entries(values).map(([name, value]) => [name.slice(prefix.length), value])),
          })
        }
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('decisions.act.cancel')}
        </Button>
      </SchemaForm>
    </>
  );
}
