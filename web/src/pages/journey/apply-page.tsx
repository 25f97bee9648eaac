import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { useStartCase } from '../../api/use-start-case.js';
import { useToday } from '../../api/use-today.js';
import { Page } from '../../components/page.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

// Fields of the form “kartlegging”: the caseworker begins with the applicant's own words.
const questions = ['bosituasjon', 'behov', 'onsker'] as const;

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  return questions.map((name) => ({
    name,
    label: t(`journey.apply.${name}`),
    description: t(`journey.apply.${name}Hint`),
    kind: 'textarea',
    required: name !== 'onsker',
    choices: [],
    maxLength: 4000,
  }));
}

/** “Søk om kommunal bolig”: the application, in plain words. */
export function ApplyPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useFields();
  const { data: me } = useSuspenseQuery(meQuery());
  const today = useToday();
  const start = useStartCase('boligtildeling', (journeyId) => {
    void navigate({ to: '/reiser/$journeyId', params: { journeyId } });
  });

  return (
    <Page title={t('journey.apply.title')} lead={t('journey.apply.lead')}>
      {start.isError && <FormProblem error={start.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('journey.apply.submit')}
        busy={start.isPending}
        refused={start.refused}
        submit={(answers) => start.start({ ...answers, soker: me.id, sokerNavn: me.name, mottattOn: today })}
      />
      <p className="subtle">{t('journey.apply.after')}</p>
    </Page>
  );
}
