import { Alert, Button, Field, Label, Heading } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ProblemError } from '../api/problem-error.js';
import { useCommand } from '../api/use-command.js';
import type { RowSchema } from '../forms/file-columns.js';
import { readRecordFile } from '../forms/read-record-file.js';
import { FileColumns } from './file-columns.js';
import { ProblemAlert } from './problem-alert.js';

const countsSchema = z.object({ entered: z.number(), changed: z.number(), unchanged: z.number() });

interface FileImportProps {
  /** Where the file is sent. */
  readonly path: string;
  readonly label: string;
  /** What must stand in it. */
  readonly hint: string;
  /** What each of its rows is checked by. */
  readonly rows: RowSchema;
}

/** Every row that is wrong, and why; nothing of the file was taken. */
function WrongRows({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  if (errors.length === 0) return <ProblemAlert error={error} />;
  return (
    <Alert data-color="danger" role="alert">
      <Heading level={3} data-size="2xs">
        {t('files.wrong', { count: errors.length })}
      </Heading>
      <ul>
        {errors.map(({ path, message }, index) => (
          <li key={index}>
            <strong>{path}</strong>: {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** A file of records that is taken whole or not at all: CSV, a spreadsheet or JSON. */
export function FileImport({ path, label, hint, rows }: FileImportProps) {
  const { t } = useTranslation();
  const id = useId();
  const [file, setFile] = useState<File | undefined>(undefined);
  const command = useCommand();
  const counts = countsSchema.safeParse(command.data);
  const [isTried, setTried] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const send = async (dryRun: boolean) => {
    if (file === undefined) return;
    setTried(dryRun);
    setUnreadable(false);
    try {
      command.mutate({ path, body: { ...(await readRecordFile(file)), dryRun } });
    } catch {
      setUnreadable(true);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };

  return (
    <form className="form" onSubmit={submit}>
      {command.isError && <WrongRows error={command.error} />}
      {isUnreadable && (
        <Alert data-color="danger" role="alert">
          {t('files.unreadable')}
        </Alert>
      )}
      <Field>
        <Label htmlFor={id}>{label}</Label>
        <Field.Description>{hint}</Field.Description>
        <input
          id={id}
          type="file"
          accept=".csv,.json,.xlsx,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            command.reset();
            setUnreadable(false);
          }}
        />
      </Field>
      <FileColumns rows={rows} fileName={`${path}.csv`} />
      <div className="actions">
        <Button type="submit" variant="secondary" loading={command.isPending && !isTried} disabled={file === undefined}>
          {t('files.send')}
        </Button>
        <Button
          type="button"
          variant="tertiary"
          loading={command.isPending && isTried}
          disabled={file === undefined || command.isPending}
          onClick={() => void send(true)}
        >
          {t('files.try')}
        </Button>
      </div>
      <div role="status">
        {command.isSuccess && counts.success && (
          <Alert data-color={isTried ? 'info' : 'success'}>
            {t(isTried ? 'files.tried' : 'files.done', counts.data)}
          </Alert>
        )}
      </div>
    </form>
  );
}
