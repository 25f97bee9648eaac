import { documentAnswerSchema } from '@contract/incoming-document.contract.js';
import type { IncomingDocumentView } from '@contract/incoming-document.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { numberOf, useCorrectionFields, useDocumentFields } from './document-fields.js';

interface FormProps {
  readonly caseId: string;
  readonly hasParty: boolean;
  /** With the number that it got. */
  readonly done: (number: string) => void;
}

function useEntry(done: (number: string) => void) {
  const command = useCommand((answer) => {
    const entered = documentAnswerSchema.safeParse(answer);
    done(entered.success ? numberOf(entered.data) : '');
  });
  const refused = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  return { command, refused };
}

/** Enters a document that has come in. */
export function RegisterDocument({ caseId, hasParty, done }: FormProps) {
  const { t } = useTranslation();
  const fields = useDocumentFields(hasParty);
  const { command, refused } = useEntry(done);
  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('documents.submit')}
        busy={command.isPending}
        refused={refused}
        submit={(body) => command.mutate({ path: pathOf(routes.incomingDocuments, { id: caseId }), body })}
      />
    </>
  );
}

interface CorrectProps extends FormProps {
  readonly document: IncomingDocumentView;
  readonly cancel: () => void;
}

/** Corrects an entry by one more; what stands there now is filled in. */
export function CorrectDocument({ caseId, document, hasParty, done, cancel }: CorrectProps) {
  const { t } = useTranslation();
  const fields = useCorrectionFields(hasParty);
  const { command, refused } = useEntry(done);
  const known = Object.fromEntries(
    Object.entries(document).filter(([name, value]) => value !== null && name !== 'reason'),
  );
  const path = pathOf(routes.correctDocument, { id: caseId, document: document.id });
  return (
    <>
      <p>{t('documents.correctLead')}</p>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        known={known}
        submitLabel={t('documents.save')}
        busy={command.isPending}
        refused={refused}
        submit={(body) => command.mutate({ path, body })}
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('documents.cancel')}
        </Button>
      </SchemaForm>
    </>
  );
}
