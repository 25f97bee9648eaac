import type { DeadlineView } from '@contract/deadline.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../i18n/dates.js';

interface WhyThisDateProps {
  readonly deadline: Pick<DeadlineView, 'dueOn' | 'why' | 'language'> & Partial<DeadlineView>;
  readonly open?: boolean;
  /** True where it is the only date on the page. */
  readonly alone?: boolean;
}

// The first step names the rule with its law; the others have a law of their own, or none.
const stepsOf = ({ steps, why }: WhyThisDateProps['deadline']) =>
  steps?.map(({ key, text, law }) => ({ text, law: key === 'rule' ? null : law })) ??
  why.map((text) => ({ text, law: null }));

/** “Hvorfor denne datoen?”: the rule, the law, and every step of the count. */
export function WhyThisDate({ deadline, open = false, alone = false }: WhyThisDateProps) {
  const { t } = useTranslation();

  return (
    <Details defaultOpen={open} data-size="sm" data-color="neutral" className="why">
      <Details.Summary>
        {alone ? t('common.deadline.why') : t('common.deadline.whyOf', { date: formatDate(deadline.dueOn) })}
      </Details.Summary>
      <Details.Content>
        {deadline.name !== undefined && <p className="why-name">{deadline.name}</p>}
        <ol className="steps" lang={deadline.language}>
          {stepsOf(deadline).map(({ text, law }, index) => (
            <li key={index}>
              {text}
              {law !== null && <span className="subtle block">{law}</span>}
            </li>
          ))}
        </ol>
        {deadline.law !== undefined && (
          <p className="subtle">{t('common.deadline.law', { law: `${deadline.rule ?? ''} ${deadline.law}`.trim() })}</p>
        )}
      </Details.Content>
    </Details>
  );
}
