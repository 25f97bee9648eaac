import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { housingPlanQuery, sharedPlansQuery } from '../../api/plan-queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';

/** The housing plans that are shared with the reader or with their unit. */
export function SharedPlansPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(sharedPlansQuery());
  return (
    <Page title={t('plan.sharedTitle')} lead={t('plan.sharedLead')}>
      {data.items.length === 0 && <Empty text={t('plan.sharedNone')} next={t('plan.sharedNoneNext')} />}
      {data.items.length > 0 && (
        <ul className="plain cards" aria-label={t('plan.sharedTitle')}>
          {data.items.map(({ person, name, sharedAt, writtenAt }) => (
            <li key={person} className="card">
              <p className="strong">
                <PageLink to="/boligplaner/$personId" params={{ personId: person }}>
                  {name}
                </PageLink>
              </p>
              <p className="subtle">
                {t('plan.sharedOn', { date: formatDate(sharedAt) })}.{' '}
                {writtenAt === null ? t('plan.notWritten') : t('plan.writtenOn', { date: formatDate(writtenAt) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** One of them, to be read. */
export function SharedPlanPage() {
  const { t } = useTranslation();
  const { personId } = useParams({ from: '/closed/boligplaner/$personId' });
  const { data } = useSuspenseQuery(housingPlanQuery(personId));
  const { name, dream, nextStep, obstacles, steps, writtenAt } = data;
  const words = [
    [t('plan.dream'), dream],
    [t('plan.nextStep'), nextStep],
    [t('plan.obstacles'), obstacles],
  ] as const;
  return (
    <Page title={t('plan.oneTitle', { name })} lead={t('plan.oneLead', { name })}>
      {writtenAt !== null && <p className="subtle">{t('plan.writtenOn', { date: formatDate(writtenAt) })}</p>}
      {words.map(([title, text]) => (
        <Section key={title} title={title}>
          <p>{text ?? t('plan.nothing')}</p>
        </Section>
      ))}
      <Section title={t('plan.steps')}>
        {steps.length === 0 && <p>{t('plan.nothing')}</p>}
        <ul>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
