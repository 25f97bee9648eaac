import type { MembershipView } from '@contract/household.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { formatDate } from '../../i18n/dates.js';

interface MemberLineProps {
  readonly member: MembershipView;
  /** True on the member's own page, to which there is no link. */
  readonly isOwn: boolean;
}

/** Who is or was in a household, as what, and from when until when. */
export function MemberLine({ member, isOwn }: MemberLineProps) {
  const { t } = useTranslation();
  const { person, name, role, fromOn, untilOn, wasWrong } = member;
  return (
    <span>
      {isOwn ? (
        name
      ) : (
        <PageLink to="/personer/$personId" params={{ personId: person }}>
          {name}
        </PageLink>
      )}{' '}
      <span className="subtle">
        ({t(`persons.household.${role}`)}),{' '}
        {fromOn === null
          ? t('persons.household.unknownSince')
          : t('persons.household.since', { date: formatDate(fromOn) })}
        {untilOn !== null && ` ${t('persons.household.until', { date: formatDate(untilOn) })}`}
      </span>{' '}
      {wasWrong && (
        <Tag data-size="sm" data-color="warning">
          {t('persons.household.wrong')}
        </Tag>
      )}
    </span>
  );
}
