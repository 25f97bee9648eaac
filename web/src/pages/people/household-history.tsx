import type { MembershipView, PersonHousehold } from '@contract/household.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/dates.js';
import { MemberLine } from './member-line.js';

interface ChangeProps {
  readonly kind: 'joined' | 'left' | 'corrected';
  readonly change: NonNullable<MembershipView['joined']>;
}

function Change({ kind, change: { at, by, reason } }: ChangeProps) {
  const { t } = useTranslation();
  const words = reason ?? t('persons.household.noReason');
  const ended = /[.!?]$/.test(words) ? words : `${words}.`;
  return <p className="subtle">{t(`persons.household.${kind}`, { reason: ended, by, date: formatDate(at) })}</p>;
}

interface HistoryProps {
  readonly household: PersonHousehold;
  readonly personId: string;
}

/** Who is and was in a household, with who changed it, when and why. */
export function HouseholdHistory({ household, personId }: HistoryProps) {
  const { t } = useTranslation();
  const all = [...household.former, ...household.members];
  return (
    <Details data-size="sm">
      <Details.Summary>{t('persons.household.history')}</Details.Summary>
      <Details.Content>
        <ul className="plain">
          {all.map((member) => (
            <li key={`${member.person} ${member.joined?.at} ${member.fromOn} ${member.role}`}>
              <MemberLine member={member} isOwn={member.person === personId} />
              {member.joined !== null && <Change kind="joined" change={member.joined} />}
              {member.left !== null && <Change kind={member.wasWrong ? 'corrected' : 'left'} change={member.left} />}
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
