import type { PersonRecord } from '@contract/person-record.contract.js';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';
import { PageLink } from '../../components/page-link.js';
import { formatDate } from '../../i18n/dates.js';
import { IsOwn } from './is-own.js';
import { Part } from './part.js';

type Known = NonNullable<PersonRecord['identity']>;

function KnownFacts({ identity: it }: { readonly identity: Known }) {
  const { t } = useTranslation();
  const hasContact = (it.email ?? it.phone ?? it.address) !== null;
  return (
    <>
      <Facts
        items={[
          [t('aboutMe.identity.name'), it.name],
          [t('persons.bornOn'), it.bornOn === null ? '' : formatDate(it.bornOn)],
          [t('persons.phone'), it.phone ?? ''],
          [t('persons.email'), it.email ?? ''],
          [t('persons.address'), it.address ?? ''],
          [t('persons.language'), t(`persons.languages.${it.language}`)],
          [t('persons.channel'), t(`persons.channels.${it.channel}`)],
        ]}
      />
      {it.hasProtectedAddress && <p>{t('aboutMe.identity.protected')}</p>}
      {!hasContact && !it.hasProtectedAddress && <p className="subtle">{t('persons.noContact')}</p>}
    </>
  );
}

/** Who somebody is, and how they are reached. */
export function Identity({ identity }: Pick<PersonRecord, 'identity'>) {
  const { t } = useTranslation();
  const isOwn = use(IsOwn);
  return (
    <Part part="kontakt">
      {identity === null ? <p>{t('aboutMe.identity.none')}</p> : <KnownFacts identity={identity} />}
      {isOwn && (
        <p>
          {t('aboutMe.identity.notices')} <PageLink to="/varsler">{t('notices.nav')}</PageLink>
        </p>
      )}
    </Part>
  );
}

/** Who acts for them, or helps. */
export function Helpers({ helpers }: Pick<PersonRecord, 'helpers'>) {
  const { t } = useTranslation();
  return (
    <Part part="hjelpere">
      {helpers.length === 0 && <p>{t('aboutMe.helpers.none')}</p>}
      <ul className="plain">
        {helpers.map(({ kind, name, organisation, fromOn, toOn }) => (
          <li key={`${kind} ${name} ${fromOn}`}>
            {t('persons.representatives.of', { kind: t(`persons.representatives.${kind}`), name })}
            {organisation !== null && `, ${organisation}`}{' '}
            <span className="subtle">
              {toOn === null
                ? t('persons.representatives.since', { from: formatDate(fromOn) })
                : t('persons.representatives.until', { from: formatDate(fromOn), to: formatDate(toOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

type OwnHousehold = PersonRecord['households'][number];

/** Since when, or from when until when. */
function Period({ fromOn, untilOn, wasWrong }: OwnHousehold) {
  const { t } = useTranslation();
  if (wasWrong) return t('aboutMe.household.wrong');
  return (
    <>
      {fromOn !== null && t('aboutMe.household.from', { date: formatDate(fromOn) })}{' '}
      {untilOn !== null && t('aboutMe.household.until', { date: formatDate(untilOn) })}
    </>
  );
}

function OneHousehold(own: OwnHousehold) {
  const { t } = useTranslation();
  const { role, otherAdults, otherChildren, untilOn, wasWrong, joined, left } = own;
  const reasons = [joined, left].flatMap((change) => change ?? []);
  return (
    <div>
      <p>
        {t(untilOn === null ? `aboutMe.household.you.${role}` : `aboutMe.household.was.${role}`)} <Period {...own} />{' '}
        {otherAdults > 0 && t('aboutMe.household.adults', { count: otherAdults })}{' '}
        {otherChildren > 0 && t('aboutMe.household.children', { count: otherChildren })}{' '}
        {!wasWrong && t(otherAdults + otherChildren === 0 ? 'aboutMe.household.alone' : 'aboutMe.household.others')}
      </p>
      {reasons.map(({ at, reason }) => (
        <p key={at} className="subtle">
          {t('aboutMe.household.reason', { date: formatDate(at), reason })}
        </p>
      ))}
    </div>
  );
}

/** How they are and were in a household; of the others only how many there are. */
export function Households({ households }: Pick<PersonRecord, 'households'>) {
  const { t } = useTranslation();
  return (
    <Part part="husstand">
      {households.length === 0 && <p>{t('aboutMe.household.none')}</p>}
      {households.map((own, index) => (
        <OneHousehold key={index} {...own} />
      ))}
    </Part>
  );
}
