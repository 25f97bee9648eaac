import { Alert } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ProblemError } from '../api/problem-error.js';
import { useCommand } from '../api/use-command.js';
import { ProblemAlert } from '../components/problem-alert.js';
import type { FormField } from './form-field.js';
import { SchemaForm } from './schema-form.js';

type Answers = Readonly<Record<string, unknown>>;

interface CommandFormProps {
  /** Keeps the ids of several forms on a page apart. */
  readonly id: string;
  readonly fields: readonly FormField[];
  readonly submitLabel: string;
  /** Where it is sent. */
  readonly path: string;
  /** What is sent, from the answers; the answers themselves where it is left out. */
  readonly bodyOf?: (answers: Answers) => unknown;
  /** What is said when it is done; the form is empty then. */
  readonly doneText: string;
  readonly onDone?: (answer: unknown) => void;
}

/** A form that asks for one change and says when it is made. */
export function CommandForm({ id, fields, submitLabel, path, bodyOf, doneText, onDone }: CommandFormProps) {
  const [sent, setSent] = useState(0);
  const command = useCommand((answer) => {
    setSent((before) => before + 1);
    onDone?.(answer);
  });
  const prefix = `${id}_`;
  const refused = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  const answersOf = (variables: Answers): Answers =>
    Object.fromEntries(Object.entries(variables).map(([name, value]) => [name.slice(prefix.length), value]));

  return (
    <div className="stack-tight">
      {command.isError && <ProblemAlert error={command.error} kept />}
      <SchemaForm
        key={sent}
        fields={fields.map((field) => ({ ...field, name: `${prefix}${field.name}` }))}
        submitLabel={submitLabel}
        busy={command.isPending}
        refused={refused.map(({ path: field, message }) => ({ path: `${prefix}${field}`, message }))}
        submit={(variables) => {
          const answers = answersOf(variables);
          command.mutate({ path, body: bodyOf?.(answers) ?? answers });
        }}
      />
      <div role="status">{command.isSuccess && <Alert data-color="success">{doneText}</Alert>}</div>
    </div>
  );
}
