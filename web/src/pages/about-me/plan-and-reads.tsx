import type { PersonRecord } from '@contract/person-record.contract.js';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { IsOwn } from './is-own.js';
import { SayWrong } from './part.js';

/** The housing plan: the person's own, and changed by nobody else. */
export function Plan({ person, housingPlan }: Pick<PersonRecord, 'person' | 'housingPlan'>) {
  const { t } = useTranslation();
  const isOwn = use(IsOwn);
  const none = isOwn ? t('aboutMe.plan.none') : t('aboutMe.plan.notShared');
  return (
    <Section title={t('aboutMe.plan.title')}>
      <p>{housingPlan === null ? none : t('aboutMe.plan.written', { date: formatDate(housingPlan.writtenAt) })}</p>
      {isOwn && (
        <p>
          <PageLink to="/min-boligplan">{t('aboutMe.plan.open')}</PageLink>
        </p>
      )}
      {!isOwn && housingPlan !== null && (
        <p>
          <PageLink to="/boligplaner/$personId" params={{ personId: person }}>
            {t('aboutMe.plan.open')}
          </PageLink>
        </p>
      )}
    </Section>
  );
}

/** The way to who has read. */
export function Reads() {
  const { t } = useTranslation();
  return (
    <Section title={t('aboutMe.reads.title')}>
      <p>{t('aboutMe.reads.text')}</p>
      <p>
        <PageLink to="/hvem-har-lest">{t('aboutMe.reads.open')}</PageLink>
      </p>
    </Section>
  );
}

/** What is not on the page, and where to ask for it. */
export function Elsewhere() {
  const { t } = useTranslation();
  return (
    <Section title={t('aboutMe.elsewhere.title')}>
      <p>{t('aboutMe.elsewhere.text')}</p>
      <p>{t('aboutMe.elsewhere.complain')}</p>
      <SayWrong part="annet" />
    </Section>
  );
}
