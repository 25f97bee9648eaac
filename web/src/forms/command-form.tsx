import { Alert } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ProblemError } from '../api/problem-error.js';
import { useCommand } from '../api/use-command.js';
import { FormProblem } from './form-problem.js';
import type { FormField } from './form-field.js';
import { SchemaForm } from './schema-form.js';

type Answers = Readonly<Record<string, unknown>>;

interface CommandFormProps {
  /** Keeps the ids of several forms on a page apart. */
  readonly id: string;
  readonly fields: readonly FormField[];
  /** What stands in it when it is opened. */
  readonly known?: Answers;
  /** The revision that is changed, where one is. */
  readonly revision?: number;
  readonly submitLabel: string;
  /** Where it is sent. */
  readonly path: string;
  /** What is sent, from the answers; the answers themselves where it is left out. */
  readonly bodyOf?: (answers: Answers) => unknown;
  /** What is said when it is done; the form stands as it was opened then. */
  readonly doneText: string;
  readonly onDone?: (answer: unknown) => void;
}

/** A form that asks for one change and says when it is made. */
export function CommandForm(props: CommandFormProps) {
  const { id, fields, known = {}, revision, submitLabel, path, bodyOf, doneText, onDone } = props;
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
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        key={`${sent} ${revision ?? ''}`}
        fields={fields.map((field) => ({ ...field, name: `${prefix}${field.name}` }))}
        known={Object.fromEntries(Object.entries(known).map(([name, value]) => [`${prefix}${name}`, value]))}
        submitLabel={submitLabel}
        busy={command.isPending}
        refused={refused.map(({ path: field, message }) => ({ path: `${prefix}${field}`, message }))}
        submit={(variables) => {
          const answers = answersOf(variables);
          command.mutate({ path, body: bodyOf?.(answers) ?? answers, ...(revision !== undefined && { revision }) });
        }}
      />
      <div role="status">{command.isSuccess && <Alert data-color="success">{doneText}</Alert>}</div>
    </div>
  );
}
