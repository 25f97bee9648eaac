import { routes } from '@contract/routes.contract.js';
import type { WaitingPlaceView } from '@contract/waiting-list.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import type { FormField } from '../../forms/form-field.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { correctionsIn } from './corrections-in.js';

interface CorrectPlaceProps {
  readonly caseId: string;
  readonly place: WaitingPlaceView;
  readonly sent: () => void;
  readonly cancel: () => void;
}

/** A field for each of what counts; that nobody has said is an answer, too. */
function useFields({ circumstances }: WaitingPlaceView): readonly FormField[] {
  const { t } = useTranslation();
  const choices = [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
    { value: '', label: t('place.unknown') },
  ];
  return circumstances.map(({ id, text, kind }): FormField => {
    const field = { name: id, label: text, required: false };
    return kind === 'date' ? { ...field, kind, choices: [] } : { ...field, kind: 'choice', choices };
  });
}

/** What counts in the key, as a form: what is left as it was is not sent. */
export function CorrectPlace({ caseId, place, sent, cancel }: CorrectPlaceProps) {
  const { t } = useTranslation();
  const fields = useFields(place);
  const [isUnchanged, setUnchanged] = useState(false);
  const command = useCommand(sent);
  const known = Object.fromEntries(place.circumstances.map(({ id, value }) => [id, value]));
  const submit = (said: Readonly<Record<string, unknown>>) => {
    const body = correctionsIn(place.circumstances, said);
    const isEmpty = Object.keys(body).length === 0;
    setUnchanged(isEmpty);
    if (!isEmpty) command.mutate({ path: pathOf(routes.correctWaitingPlace, { id: caseId }), body });
  };

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <div role="status">{isUnchanged && <Alert data-color="info">{t('place.unchanged')}</Alert>}</div>
      <SchemaForm
        fields={fields}
        known={known}
        submitLabel={t('place.send')}
        busy={command.isPending}
        refused={command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : []}
        submit={submit}
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('place.cancel')}
        </Button>
      </SchemaForm>
    </>
  );
}
