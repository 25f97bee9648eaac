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
export function useBeginning(process: Startable, isOwn: boolean) {
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

interface FrameProps {
  readonly process: Startable;
  readonly begin: ReturnType<typeof useBeginning>;
  /** Leads back to where it is begun. */
  readonly back: ReactNode;
  /** The form, until it is sent. */
  readonly children: ReactNode;
}

/** What stands around every form that begins a case: what it means, where it is begun, and what became of it. */
export function StartFrame({ process, begin, back, children }: FrameProps) {
  const { t } = useTranslation();
  return (
    <Page
      title={t(`start.process.${process}.title`)}
      lead={t(`start.process.${process}.lead`)}
      above={<p className="above">{back}</p>}
    >
      {begin.isError && <FormProblem error={begin.error} />}
      <div role="status">
        {begin.isSent && (
          <Alert data-color="success">
            {t('start.sent')} <PageLink to="/innboks">{t('start.toInbox')}</PageLink>
          </Alert>
        )}
      </div>
      {!begin.isSent && children}
    </Page>
  );
}

interface StartFormProps extends Pick<FrameProps, 'process' | 'back'> {
  readonly isOwn?: boolean;
  /** What the case begins with besides what is asked. */
  readonly known: Readonly<Record<string, unknown>>;
  /** What the reader should know before anything is begun. */
  readonly children?: ReactNode;
}

/** The form that begins a case, from wherever it is begun. */
export function StartForm({ process, isOwn = false, known, back, children }: StartFormProps) {
  const { t } = useTranslation();
  const fields = useStartFields(process, isOwn);
  const begin = useBeginning(process, isOwn);

  return (
    <StartFrame process={process} begin={begin} back={back}>
      {children}
      <SchemaForm
        fields={fields}
        submitLabel={t(isOwn ? 'start.send' : 'start.submit')}
        busy={begin.isPending}
        refused={begin.refused}
        submit={(answers) => begin.start({ ...answers, ...known })}
      />
    </StartFrame>
  );
}
