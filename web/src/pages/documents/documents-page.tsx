import type { IncomingDocumentView } from '@contract/incoming-document.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomingDocumentsQuery } from '../../api/people-queries.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { CorrectDocument, RegisterDocument } from './document-form.js';
import { numberOf } from './document-fields.js';
import { DocumentTable } from './document-table.js';

interface Said {
  readonly what: 'done' | 'corrected';
  readonly number: string;
}

function CaseLink({ caseId, title }: { readonly caseId: string; readonly title: string }) {
  const { t } = useTranslation();
  return (
    <p className="above">
      <PageLink to="/saker/$caseId" params={{ caseId }}>
        {t('documents.toCase', { title })}
      </PageLink>
    </p>
  );
}

/** The documents that came in to a case: what is known of each, one more to enter, and mistakes to correct. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/closed/saker/$caseId/dokumenter' });
  const { data } = useSuspenseQuery(incomingDocumentsQuery(caseId));
  const [wrong, setWrong] = useState<IncomingDocumentView>();
  const [said, setSaid] = useState<Said>();
  const entered = (what: Said['what']) => (number: string) => {
    setWrong(undefined);
    setSaid({ what, number });
  };
  const form = { caseId, hasParty: data.hasParty };

  return (
    <Page
      title={t('documents.title')}
      lead={t('documents.lead')}
      above={<CaseLink caseId={caseId} title={data.caseTitle} />}
    >
      <div role="status">
        {said !== undefined && (
          <Alert data-color="success">{t(`documents.${said.what}`, { number: said.number })}</Alert>
        )}
      </div>
      <Section title={t('documents.list')}>
        {data.items.length === 0 && <p className="subtle">{t('documents.empty')}</p>}
        {data.items.length > 0 && <DocumentTable all={data.items} correct={data.mayRegister ? setWrong : undefined} />}
      </Section>
      {wrong !== undefined && (
        <Section key={wrong.id} title={t('documents.correctOne', { number: numberOf(wrong) })}>
          <CorrectDocument {...form} document={wrong} done={entered('corrected')} cancel={() => setWrong(undefined)} />
        </Section>
      )}
      {wrong === undefined && data.mayRegister && (
        <Section title={t('documents.register')}>
          <RegisterDocument key={data.items.length} {...form} done={entered('done')} />
        </Section>
      )}
    </Page>
  );
}
