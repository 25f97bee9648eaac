import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processesQuery } from '../../api/operation-queries.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface BatchFormProps {
  readonly done: () => void;
  readonly cancel: () => void;
}

// To try again what stopped needs no reason.
const reasoned = ['suspend', 'resume', 'migrate', 'cancel'] as const;
const operations = ['suspend', 'resume', 'retry-incidents', 'migrate', 'cancel'] as const;

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(processesQuery());
  const form = 'operation.batches.form';
  const field = (name: string, label: string): FormField => {
    return { name, label, kind: 'integer', required: false, choices: [] };
  };
  const after = (...values: readonly string[]) => ({
    requiredAfter: values.map((value) => ({ name: 'operation', value })),
  });
  return [
    {
      ...{ ...field('operation', t(`${form}.operation`)), kind: 'choice', required: true },
      choices: operations.map((value) => ({ value, label: t(`operation.batches.kind.${value}`) })),
    },
    {
      ...{ ...field('process', t(`${form}.process`)), kind: 'choice', required: true },
      choices: data.items.map(({ key, name }) => ({ value: key, label: name })),
    },
    { ...field('version', t(`${form}.version`)), description: t(`${form}.versionHint`), minimum: 1 },
    { ...field('to', t(`${form}.to`)), description: t(`${form}.toHint`), minimum: 1, ...after('migrate') },
    { ...field('dryRun', t(`${form}.dryRun`)), kind: 'check' },
    {
      ...field('reason', t(`${form}.reason`)),
      kind: 'text',
      description: t(`${form}.reasonHint`),
      ...after(...reasoned),
    },
    {
      ...{ ...field('withoutDecision', t(`${form}.withoutDecision`)), kind: 'choice', asMenu: true },
      description: t(`${form}.withoutDecisionHint`),
      choices: endings.map((value) => ({ value, label: t(`${form}.ending.${value}`) })),
    },
  ];
}

// Cases that owe a decision end without one for these reasons only.
const endings = ['trukket', 'feilregistrert'] as const;

type Values = Readonly<Record<string, unknown>>;

function operationOf({ operation: kind, to, dryRun, reason, withoutDecision }: Values) {
  if (kind === 'retry-incidents') return { kind };
  if (kind === 'migrate') return { kind, version: to, dryRun, reason };
  return kind === 'cancel' ? { kind, reason, withoutDecision } : { kind, reason };
}

const selectionOf = ({ process, version }: Values) => ({ process, ...(version !== undefined && { version }) });

// The form asks in one list what the API has in two parts.
const fieldOf = (path: string): string => (path === 'operation.version' ? 'to' : (path.split('.').at(-1) ?? path));

/** Which cases, and what is to be done to each of them. */
export function BatchForm({ done, cancel }: BatchFormProps) {
  const { t } = useTranslation();
  const fields = useFields();
  const command = useCommand(done);
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('operation.batches.form.send')}
        busy={command.isPending}
        refused={errors.map(({ path, message }) => ({ path: fieldOf(path), message }))}
        submit={(values) =>
          command.mutate({
            path: routes.batches,
            body: { operation: operationOf(values), selection: selectionOf(values) },
          })
        }
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('operation.batches.form.cancel')}
        </Button>
      </SchemaForm>
    </>
  );
}
