import type { ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { diagramQuery } from '../api/queries.js';
import { Section } from '../components/section.js';
import { LoadingPage } from '../pages/frame/loading-page.js';
import { DiagramText } from './diagram-text.js';

// The viewer is the heaviest part of the application and only this page needs it.
const DiagramViewer = lazy(async () => ({ default: (await import('./diagram-viewer.js')).DiagramViewer }));

/** Where the case stands, as a picture and as text that says the same. */
export function CaseDiagram({ case: it }: { readonly case: ProcessInstanceDetail }) {
  const { t } = useTranslation();
  const { data: xml, isError } = useQuery(diagramQuery(it.id));

  return (
    <>
      <Section title={t('cases.diagram.title')} className="wide">
        <p className="subtle">{t('cases.diagram.hint')}</p>
        {isError && <p>{t('cases.diagram.failed')}</p>}
        {xml !== undefined && (
          <Suspense fallback={<LoadingPage />}>
            <DiagramViewer xml={xml} case={it} />
          </Suspense>
        )}
      </Section>
      <DiagramText case={it} />
    </>
  );
}
