import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { isStaff } from '../../app/groups.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { Absences } from './absences.js';
import { NoticePreference } from '../notices/notice-preference.js';

/** When the reader is away, who stands in, and how they want to be told things. */
export function AbsencePage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const preference = (
    <>
      <NoticePreference />
      <p>
        <PageLink to="/varsler">{t('notices.title')}</PageLink>
      </p>
    </>
  );
  if (!isStaff(me)) return <Page title={t('notices.preference.title')}>{preference}</Page>;

  return (
    <Page title={t('notices.absence.title')} lead={t('notices.absence.lead')}>
      <Section title={t('notices.absence.mine')}>
        <Absences />
      </Section>
      <Section title={t('notices.preference.title')}>{preference}</Section>
    </Page>
  );
}
