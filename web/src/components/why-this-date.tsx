import type { DeadlineView } from '@contract/deadline.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../i18n/dates.js';

interface WhyThisDateProps {
  readonly deadline: Pick<DeadlineView, 'dueOn' | 'why'> & Partial<DeadlineView>;
  readonly open?: boolean;
}

/** “Hvorfor denne datoen?”: the rule, the law, and every step of the count. */
export function WhyThisDate({ deadline, open = false }: WhyThisDateProps) {
  const { t } = useTranslation();

  return (
    <Details defaultOpen={open} data-size="sm" data-color="neutral" className="why">
      <Details.Summary>{t('common.deadline.whyOf', { date: formatDate(deadline.dueOn) })}</Details.Summary>
      <Details.Content>
        {deadline.name !== undefined && <p className="why-name">{deadline.name}</p>}
        <ol className="steps">
          {deadline.why.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
        {deadline.law !== undefined && (
          <p className="subtle">{t('common.deadline.law', { law: `${deadline.rule ?? ''} ${deadline.law}`.trim() })}</p>
        )}
      </Details.Content>
    </Details>
  );
}
