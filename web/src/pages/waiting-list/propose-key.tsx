import { routes } from '@contract/routes.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useBegunCase } from '../../api/use-begun-case.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';

/** Proposes a key that was tried: it becomes a case in which users are heard and a leader decides. */
export function ProposeKey({ dmn }: { readonly dmn: string }) {
  const { t } = useTranslation();
  const { caseId, command, errors } = useBegunCase();
  if (caseId !== undefined) {
    return (
      <Alert data-color="success" role="status">
        {t('priorityKey.sent')}{' '}
        <PageLink to="/saker/$caseId" params={{ caseId }}>
          {t('priorityKey.sentNext')}
        </PageLink>
      </Alert>
    );
  }
  return (
    <>
      <h3>{t('priorityKey.propose')}</h3>
      <p>{t('priorityKey.proposeLead')}</p>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={[
          {
            ...{ name: 'why', label: t('priorityKey.why'), description: t('priorityKey.whyHint') },
            ...{ kind: 'textarea', required: true, choices: [], maxLength: 4000 },
          },
        ]}
        submitLabel={t('priorityKey.send')}
        busy={command.isPending}
        refused={errors}
        submit={(values) => command.mutate({ path: routes.proposeRule, body: { dmn, why: values['why'] } })}
      />
    </>
  );
}
