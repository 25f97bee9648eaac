import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { useStartCase } from '../../api/use-start-case.js';
import { useToday } from '../../api/use-today.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { textIn } from '../../forms/form-values.js';
import type { FieldValue } from '../../forms/form-values.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { CrisisLink } from '../crisis/crisis-link.js';
import { CrisisNow } from '../crisis/crisis-now.js';

// Fields of the form “kartlegging”: the caseworker begins with the applicant's own words.
const questions = ['bosituasjon', 'behov', 'onsker'] as const;
// Who has no place to sleep need not write the rest before they are told whom to call.
const urgent = 'manglerSted';
const afterFields = { [urgent]: (value?: FieldValue) => <CrisisNow shown={textIn(value) === 'true'} /> };

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  const words = questions.map((name) => ({
    name,
    label: t(`journey.apply.${name}`),
    description: t(`journey.apply.${name}Hint`),
    ...{ kind: 'textarea' as const, required: name !== 'onsker', choices: [], maxLength: 4000 },
  }));
  const noPlace = {
    name: urgent,
    label: t('journey.apply.manglerSted'),
    description: t('journey.apply.manglerStedHint'),
  };
  return [{ ...noPlace, kind: 'check', required: false, choices: [] }, ...words];
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
        after={afterFields}
        submitLabel={t('journey.apply.submit')}
        busy={start.isPending}
        refused={start.refused}
        submit={(answers) => start.start({ ...answers, soker: me.id, sokerNavn: me.name, mottattOn: today })}
      />
      <p className="subtle">{t('journey.apply.after')}</p>
      <p>
        <PageLink to="/om-meg">{t('aboutMe.link')}</PageLink>
      </p>
      <CrisisLink />
    </Page>
  );
}
