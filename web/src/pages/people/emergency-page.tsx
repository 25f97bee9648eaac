import { routes } from '@contract/routes.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import { Section } from '../../components/section.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

const reasons = ['life-or-health', 'no-place-tonight', 'child', 'nobody-reached'] as const;

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  return [
    {
      ...{ name: 'reason', kind: 'choice', required: true, label: t('emergency.reason') },
      description: t('emergency.reasonHint'),
      choices: reasons.map((value) => ({ value, label: t(`emergency.reasons.${value}`) })),
    },
    {
      ...{ name: 'explanation', kind: 'textarea', required: true, choices: [], maxLength: 1000 },
      label: t('emergency.explanation'),
      description: t('emergency.explanationHint'),
    },
  ];
}

function WhatFollows() {
  const { t } = useTranslation();
  return (
    <Section title={t('emergency.follows')} className="ball">
      <ul>
        {(['person', 'ombudsman', 'read', 'limits', 'closed'] as const).map((line) => (
          <li key={line}>{t(`emergency.${line}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Somebody who is refused a case breaks the glass of it (nødtilgang), after having read what follows. */
export function EmergencyPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { caseId } = useParams({ from: '/closed/nodtilgang/$caseId' });
  const fields = useFields();
  const queryClient = useQueryClient();
  const command = useCommand(() => {
    // What was refused before would be refused again from memory.
    queryClient.removeQueries({ predicate: ({ state }) => state.status === 'error' });
    void navigate({ to: '/saker/$caseId', params: { caseId } });
  });
  const problem = command.error instanceof ProblemError ? command.error.problem : undefined;

  return (
    <Page title={t('emergency.title')} lead={t('emergency.lead')}>
      <WhatFollows />
      {problem?.code === 'access-open' && (
        <Alert data-color="info" role="alert">
          {t('emergency.open')}{' '}
          <PageLink to="/saker/$caseId" params={{ caseId }}>
            {t('emergency.openLink')}
          </PageLink>
        </Alert>
      )}
      {command.isError && problem?.code !== 'access-open' && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('emergency.submit')}
        busy={command.isPending}
        refused={problem?.errors ?? []}
        submit={(body) => command.mutate({ path: pathOf(routes.emergencyAccess, { id: caseId }), body })}
      >
        <PageLink to="/">{t('emergency.back')}</PageLink>
      </SchemaForm>
    </Page>
  );
}
