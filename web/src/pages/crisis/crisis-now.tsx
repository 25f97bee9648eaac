import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { crisisHelpQuery } from '../../api/queries.js';
import { PageLink } from '../../components/page-link.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { formatMoment } from '../../i18n/dates.js';
import { CrisisContacts } from './crisis-contacts.js';

interface CrisisNowProps {
  /** True once somebody says that they have no place to sleep tonight. */
  readonly shown: boolean;
}

/** Whom to call now, in the middle of what somebody is writing; the numbers are fetched before they are asked for. */
export function CrisisNow({ shown }: CrisisNowProps) {
  const { t } = useTranslation();
  const { data: help, error } = useQuery(crisisHelpQuery());

  return (
    <div role="status" className="stack-tight">
      {shown && error !== null && <ProblemAlert error={error} kept />}
      {shown && help !== undefined && (
        <div className="crisis stack-tight">
          <p>
            <strong>{t('crisis.now.title')}</strong> {t('crisis.now.lead')}
          </p>
          <CrisisContacts contacts={help.contacts} open={help.open} />
          <p>
            {help.navOpensAt !== null && t('crisis.sleep.navClosed', { at: formatMoment(help.navOpensAt) })}{' '}
            <PageLink to="/hjelp-i-natt">{t('crisis.now.more')}</PageLink>
          </p>
        </div>
      )}
    </div>
  );
}
