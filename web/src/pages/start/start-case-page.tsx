import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { personQuery } from '../../api/people-queries.js';
import { meQuery } from '../../api/queries.js';
import { useStartCase } from '../../api/use-start-case.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { NotFoundPage } from '../frame/not-found-page.js';
import { useStartFields } from './start-fields.js';
import { startableBy, type Startable } from './startable.js';

interface StartProps {
  readonly process: Startable;
  readonly personId: string;
  readonly isOwn: boolean;
}

function StartForm({ process, personId, isOwn }: StartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: person } = useSuspenseQuery(personQuery(personId));
  const fields = useStartFields(process, isOwn);
  const start = useStartCase(process, (caseId) => {
    void (isOwn ? navigate({ to: '/min-sak' }) : navigate({ to: '/saker/$caseId', params: { caseId } }));
  });

  return (
    <Page
      title={t(`start.process.${process}.title`)}
      lead={t(`start.process.${process}.lead`)}
      above={
        <p className="above">
          <PageLink to="/personer/$personId" params={{ personId }}>
            {isOwn ? t('start.backToOwn') : person.name}
          </PageLink>
        </p>
      }
    >
      {start.isError && <FormProblem error={start.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t(isOwn ? 'start.send' : 'start.submit')}
        busy={start.isPending}
        refused={start.refused}
        submit={(answers) => start.start({ ...answers, soker: personId, sokerNavn: person.name })}
      />
    </Page>
  );
}

/** Begins a case about a person: one's own, or somebody's who came by, rang or wrote. */
export function StartCasePage() {
  const { personId, process } = useParams({ from: '/closed/personer/$personId/ny-sak/$process' });
  const { data: me } = useSuspenseQuery(meQuery());
  const wanted = startableBy(me, personId).find((one) => one === process);
  if (wanted === undefined) return <NotFoundPage />;
  return <StartForm process={wanted} personId={personId} isOwn={me.id === personId} />;
}
