import type { PersonRecord } from '@contract/person-record.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { personRecordQuery } from '../../api/people-queries.js';
import { meQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { Cases, Decisions, Letters } from './cases-and-letters.js';
import { Helpers, Households, Identity } from './who-you-are.js';
import { TakeAlong } from './take-along.js';
import { Homes, Offers, OwnWords } from './words-and-homes.js';

type Ownership = Pick<PersonRecord, 'housingPlan'>;

function Plan({ housingPlan }: Ownership) {
  const { t } = useTranslation();
  return (
    <Section title={t('aboutMe.plan.title')}>
      <p>
        {housingPlan === null
          ? t('aboutMe.plan.none')
          : t('aboutMe.plan.written', { date: formatDate(housingPlan.writtenAt) })}
      </p>
      <p>
        <PageLink to="/min-boligplan">{t('aboutMe.plan.open')}</PageLink>
      </p>
    </Section>
  );
}

function Around() {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('aboutMe.reads.title')}>
        <p>{t('aboutMe.reads.text')}</p>
        <p>
          <PageLink to="/hvem-har-lest">{t('aboutMe.reads.open')}</PageLink>
        </p>
      </Section>
      <Section title={t('aboutMe.elsewhere.title')}>
        <p>{t('aboutMe.elsewhere.text')}</p>
        <p>{t('aboutMe.elsewhere.complain')}</p>
      </Section>
    </>
  );
}

const isEmpty = ({ identity, helpers, households, applications, cases, tenancies, messages }: PersonRecord): boolean =>
  identity === null &&
  [helpers, households, applications, cases, tenancies, messages].every((part) => part.length === 0);

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
        <>
          <TakeAlong personId={me.id} />
          <Identity identity={record.identity} />
          <Helpers helpers={record.helpers} />
          <Households households={record.households} />
          <Cases applications={record.applications} cases={record.cases} />
          <OwnWords ownWords={record.ownWords} />
          <Offers offers={record.offers} />
          <Homes tenancies={record.tenancies} />
          <Decisions decisions={record.decisions} />
          <Letters letters={record.letters} messages={record.messages} />
          <Plan housingPlan={record.housingPlan} />
        </>
      )}
      <Around />
    </Page>
  );
}
