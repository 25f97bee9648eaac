import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStartCase } from '../../api/use-start-case.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

// The names are those of the first tasks' forms, so that what is said here stands there already.
function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  const shared = { required: true, choices: [] };
  return [
    {
      ...shared,
      name: 'prosjekt',
      label: t('projects.new.name'),
      description: t('projects.new.nameHint'),
      kind: 'text',
      maxLength: 120,
    },
    { ...shared, name: 'mangler', label: t('projects.new.need'), kind: 'textarea', maxLength: 4000 },
    { ...shared, name: 'antallBoliger', label: t('projects.new.units'), kind: 'integer', minimum: 1, maximum: 200 },
  ];
}

/** A project manager starts a housing project. */
export function NewProjectPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useFields();
  const start = useStartCase('boligutvikling', (caseId) => {
    void navigate({ to: '/saker/$caseId', params: { caseId } });
  });

  return (
    <Page title={t('projects.new.title')} lead={t('projects.new.lead')}>
      <p>
        <PageLink to="/prosjekter/erfaringer">{t('findings.read')}</PageLink>
      </p>
      {start.isError && <FormProblem error={start.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('projects.new.submit')}
        busy={start.isPending}
        refused={start.refused}
        submit={start.start}
      >
        <PageLink to="/prosjekter">{t('common.back')}</PageLink>
      </SchemaForm>
    </Page>
  );
}
