import { Alert } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQuery } from '../../api/queries.js';
import { useStartCase } from '../../api/use-start-case.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useStartFields } from './start-fields.js';
import type { Startable } from './startable.js';

/** Begins a case and opens it; whoever tells of something that others see to may not read the case, and is told that it was sent. */
function useBeginning(process: Startable, isOwn: boolean) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isSent, setSent] = useState(false);
  const open = async (caseId: string): Promise<void> => {
    if (isOwn) return navigate({ to: '/min-sak' });
    const isOpen = await client.fetchQuery(caseQuery(caseId)).then(
      () => true,
      () => false,
    );
    if (isOpen) return navigate({ to: '/saker/$caseId', params: { caseId } });
    setSent(true);
  };
  return { ...useStartCase(process, (caseId) => void open(caseId)), isSent };
}

interface StartFormProps {
  readonly process: Startable;
  readonly isOwn?: boolean;
  /** What the case begins with besides what is asked. */
  readonly known: Readonly<Record<string, unknown>>;
  /** Leads back to where it is begun. */
  readonly back: ReactNode;
  /** What the reader should know before anything is begun. */
  readonly children?: ReactNode;
}

/** The form that begins a case, from wherever it is begun. */
export function StartForm({ process, isOwn = false, known, back, children }: StartFormProps) {
  const { t } = useTranslation();
  const fields = useStartFields(process, isOwn);
  const start = useBeginning(process, isOwn);

  return (
    <Page
      title={t(`start.process.${process}.title`)}
      lead={t(`start.process.${process}.lead`)}
      above={<p className="above">{back}</p>}
    >
      {children}
      {start.isError && <FormProblem error={start.error} />}
      <div role="status">
        {start.isSent && (
          <Alert data-color="success">
            {t('start.sent')} <PageLink to="/innboks">{t('start.toInbox')}</PageLink>
          </Alert>
        )}
      </div>
      {!start.isSent && (
        <SchemaForm
          fields={fields}
          submitLabel={t(isOwn ? 'start.send' : 'start.submit')}
          busy={start.isPending}
          refused={start.refused}
          submit={(answers) => start.start({ ...answers, ...known })}
        />
      )}
    </Page>
  );
}
