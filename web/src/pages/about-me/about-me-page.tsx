import type { PersonRecord } from '@contract/person-record.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { personRecordQuery } from '../../api/people-queries.js';
import { meQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { Cases, Decisions, Letters } from './cases-and-letters.js';
import { IsOwn } from './is-own.js';
import { Elsewhere, Plan, Reads } from './plan-and-reads.js';
import { TakeAlong } from './take-along.js';
import { Helpers, Households, Identity } from './who-you-are.js';
import { Homes, Offers, OwnWords } from './words-and-homes.js';

const isEmpty = ({ identity, helpers, households, applications, cases, tenancies, messages }: PersonRecord): boolean =>
  identity === null &&
  [helpers, households, applications, cases, tenancies, messages].every((part) => part.length === 0);

function Parts({ record }: { readonly record: PersonRecord }) {
  return (
    <>
      <TakeAlong personId={record.person} />
      <Identity identity={record.identity} />
      <Helpers helpers={record.helpers} />
      <Households households={record.households} />
      <Cases applications={record.applications} cases={record.cases} />
      <OwnWords ownWords={record.ownWords} />
      <Offers offers={record.offers} />
      <Homes tenancies={record.tenancies} />
      <Decisions decisions={record.decisions} />
      <Letters letters={record.letters} messages={record.messages} />
      <Plan person={record.person} housingPlan={record.housingPlan} />
    </>
  );
}

/** Everything that is registered about the reader, to read, to take along, and to have put right. */
export function AboutMePage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const { data: record } = useSuspenseQuery(personRecordQuery(me.id));

  return (
    <Page title={t('aboutMe.title')} lead={t('aboutMe.lead')}>
      {isEmpty(record) ? (
        <Empty text={t('aboutMe.nothing')} next={t('aboutMe.nothingNext')} />
      ) : (
        <Parts record={record} />
      )}
      <Reads />
      <Elsewhere />
    </Page>
  );
}

/** The same about somebody for whom the reader acts. */
export function AboutOtherPage() {
  const { t } = useTranslation();
  const { personId } = useParams({ from: '/closed/om/$personId' });
  const { data: record } = useSuspenseQuery(personRecordQuery(personId));

  return (
    <Page title={t('aboutMe.other.title', { name: record.identity?.name ?? personId })} lead={t('aboutMe.other.lead')}>
      <IsOwn value={false}>
        <Parts record={record} />
        <Elsewhere />
      </IsOwn>
    </Page>
  );
}
