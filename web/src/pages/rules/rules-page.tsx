import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rulesQuery } from '../../api/operation-queries.js';
import { Page } from '../../components/page.js';
import { LegalRules } from './legal-rules.js';
import { LocalChoices } from './local-choices.js';
import { LocalSettings } from './local-settings.js';
import { DeadlineRules } from './deadline-rules.js';

/** The rules that the processes follow, with where each comes from and who decides it. */
export function RulesPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(rulesQuery());

  return (
    <Page title={t('rules.title')} lead={t('rules.lead')}>
      <DeadlineRules rules={data.deadlines} />
      <LegalRules bases={data.legalBases} impartiality={data.impartiality} />
      <LocalChoices />
      <LocalSettings settings={data.settings} />
    </Page>
  );
}
