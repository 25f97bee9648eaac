import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStartCase } from '../api/use-start-case.js';
import { Page } from '../components/page.js';
import { ProblemAlert } from '../components/problem-alert.js';
import type { FormField } from '../forms/form-field.js';
import { SchemaForm } from '../forms/schema-form.js';

const situations = ['uten-bolig', 'midlertidig', 'maa-flytte', 'uegnet'] as const;
const contacts = ['telefon', 'e-post', 'brev'] as const;

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  const shared = { required: true, choices: [], columns: [] };
  return [
    {
      ...shared,
      name: 'boligsituasjon',
      label: t('journey.apply.situation'),
      kind: 'choice',
      choices: situations.map((value) => ({ value, label: t(`journey.apply.situationOptions.${value}`) })),
    },
    { ...shared, name: 'antallPersoner', label: t('journey.apply.people'), kind: 'integer', minimum: 1, maximum: 20 },
    {
      ...shared,
      name: 'begrunnelse',
      label: t('journey.apply.reason'),
      description: t('journey.apply.reasonHint'),
      kind: 'textarea',
      maxLength: 2000,
    },
    {
      ...shared,
      name: 'kontaktform',
      label: t('journey.apply.contact'),
      kind: 'choice',
      choices: contacts.map((value) => ({ value, label: t(`journey.apply.contactOptions.${value}`) })),
    },
  ];
}

/** “Søk om kommunal bolig”: the application, in plain words. */
export function ApplyPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useFields();
  const start = useStartCase('boligtildeling', (journeyId) => {
    void navigate({ to: '/reiser/$journeyId', params: { journeyId } });
  });

  return (
    <Page title={t('journey.apply.title')} lead={t('journey.apply.lead')}>
      {start.isError && <ProblemAlert error={start.error} kept />}
      <SchemaForm
        fields={fields}
        submitLabel={t('journey.apply.submit')}
        busy={start.isPending}
        refused={start.refused}
        submit={start.start}
      />
      <p className="subtle">{t('journey.apply.after')}</p>
    </Page>
  );
}
