import type { HousingPlanView } from '@contract/housing-plan.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { housingPlanQuery } from '../../api/plan-queries.js';
import { statusOf } from '../../api/problem-error.js';
import { meQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';
import { formatDate } from '../../i18n/dates.js';
import { LoadingPage } from '../frame/loading-page.js';
import { PlanSharing } from './plan-sharing.js';

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  const words = { kind: 'textarea', required: false, choices: [], maxLength: 2000 } as const;
  return [
    { ...words, name: 'dream', label: t('plan.dream') },
    { ...words, name: 'nextStep', label: t('plan.nextStep') },
    { ...words, name: 'obstacles', label: t('plan.obstacles') },
    {
      ...{ name: 'steps', kind: 'list', required: false, choices: [] },
      ...{ label: t('plan.steps'), description: t('plan.stepsHint') },
    },
  ];
}

function Words({ plan }: { readonly plan: HousingPlanView }) {
  const { t } = useTranslation();
  const [isSaved, setSaved] = useState(false);
  const { person, revision, writtenAt, dream, nextStep, obstacles, steps } = plan;
  return (
    <Section title={t('plan.write')}>
      <p className="subtle">
        {writtenAt !== null && t('plan.writtenOn', { date: formatDate(writtenAt) })} {t('plan.overwritten')}
      </p>
      <CommandForm
        key={revision}
        id="plan"
        fields={useFields()}
        known={{ dream, nextStep, obstacles, steps }}
        submitLabel={t('plan.save')}
        path={pathOf(routes.housingPlan, { id: person })}
        bodyOf={(said) => ({ ...said, revision })}
        doneText={t('plan.saved')}
        onDone={() => setSaved(true)}
      />
      {/* The form begins anew with what was saved. */}
      <div role="status">{isSaved && <Alert data-color="success">{t('plan.saved')}</Alert>}</div>
    </Section>
  );
}

/** The reader's own housing plan: what they want, in their own words, and whom they let see it. */
export function MyPlanPage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const { data, error } = useQuery({ ...housingPlanQuery(me.id), retry: false });
  const isUnknown = error !== null && statusOf(error) === 404;

  return (
    <Page title={t('plan.title')} lead={t('plan.lead')}>
      {isUnknown && <Empty text={t('plan.unregistered')} next={t('plan.unregisteredNext')} />}
      {error !== null && !isUnknown && <ProblemAlert error={error} />}
      {data === undefined && error === null && <LoadingPage />}
      {data !== undefined && <Words plan={data} />}
      {data !== undefined && <PlanSharing plan={data} />}
    </Page>
  );
}
