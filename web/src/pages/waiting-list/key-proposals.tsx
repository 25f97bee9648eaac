import type { PriorityRuleView } from '@contract/priority-rule.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';

const colors = { open: 'info', adopted: 'success', refused: 'neutral', cancelled: 'neutral' } as const;

/** The cases in which another key is, or was, proposed: why, what it would have meant, and what was decided. */
export function KeyProposals({ proposals }: Pick<PriorityRuleView, 'proposals'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('priorityKey.proposals')}>
      {proposals.length === 0 && <p>{t('priorityKey.noProposals')}</p>}
      {proposals.length > 0 && (
        <ul className="plain cards">
          {proposals.map(({ processInstanceId, startedAt, state, why, proposedBy, comparison, decidedWhy }) => (
            <li key={processInstanceId} className="card">
              <Tag data-color={colors[state]} data-size="sm">
                {t(`priorityKey.state.${state}`)}
              </Tag>
              <p className="strong">{why}</p>
              <p className="subtle">{t('priorityKey.proposalBy', { name: proposedBy, on: formatDate(startedAt) })}</p>
              {comparison !== null && <p>{comparison}</p>}
              {decidedWhy !== null && <p>{t('priorityKey.decided', { why: decidedWhy })}</p>}
              <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }}>
                {t('priorityKey.toCase')}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
