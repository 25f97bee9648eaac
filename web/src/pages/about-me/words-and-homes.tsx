import type { PersonRecord } from '@contract/person-record.contract.js';
import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';
import { formatDate } from '../../i18n/dates.js';
import { Part } from './part.js';

type Offer = PersonRecord['offers'][number];
type Tenancy = PersonRecord['tenancies'][number];

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <article className="card wide">
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      {children}
    </article>
  );
}

/** What they said when it was written down together with them. */
export function OwnWords({ ownWords }: Pick<PersonRecord, 'ownWords'>) {
  const { t } = useTranslation();
  return (
    <Part part="sagt">
      {ownWords.length === 0 && <p>{t('aboutMe.words.none')}</p>}
      {ownWords.map(({ id, register, at, words }) => (
        <Card
          key={id}
          title={t('aboutMe.words.heading', { register: t(`records.register.${register}`), date: formatDate(at) })}
        >
          {words.length === 0 && <p>{t('aboutMe.words.nothing')}</p>}
          <Facts
            items={words.map(({ question, text }) => [
              question,
              <span key={question} className="letter">
                {text}
              </span>,
            ])}
          />
        </Card>
      ))}
      {ownWords.length > 0 && <p className="subtle">{t('aboutMe.words.whole')}</p>}
    </Part>
  );
}

function OfferFacts({
  offer: { homes, answer, chosenHome, reason, feltPressure, answeredAt },
}: {
  readonly offer: Offer;
}) {
  const { t } = useTranslation();
  const said = answer === 'ja' ? t('aboutMe.offers.yes') : t('aboutMe.offers.no');
  return (
    <Facts
      items={[
        [
          t('aboutMe.offers.homes'),
          homes.length === 0 ? (
            ''
          ) : (
            <span key="homes" className="letter">
              {homes.join('\n')}
            </span>
          ),
        ],
        [t('aboutMe.offers.answer'), answer === null ? t('aboutMe.offers.open') : said],
        [t('aboutMe.offers.chosen'), chosenHome ?? ''],
        [t('aboutMe.offers.reason'), reason ?? ''],
        [t('aboutMe.offers.pressure'), feltPressure === true ? t('common.yes') : ''],
        [t('aboutMe.offers.answeredOn'), answeredAt === null ? '' : formatDate(answeredAt)],
      ]}
    />
  );
}

/** Homes that they were asked about. */
export function Offers({ offers }: Pick<PersonRecord, 'offers'>) {
  const { t } = useTranslation();
  return (
    <Part part="tilbud">
      {offers.length === 0 && <p>{t('aboutMe.offers.none')}</p>}
      {offers.map((offer) => (
        <Card key={offer.id} title={t('aboutMe.offers.heading', { date: formatDate(offer.offeredAt) })}>
          <OfferFacts offer={offer} />
        </Card>
      ))}
    </Part>
  );
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

function Lease({ lease: it }: { readonly lease: Tenancy }) {
  const { t } = useTranslation();
  const day = (on: string | null): string => (on === null ? '' : formatDate(on));
  const [amount, paid] = [sumOf(it.claims.map((one) => one.amount)), sumOf(it.claims.map((one) => one.paid))];
  return (
    <Card title={it.home}>
      <Facts
        items={[
          [t('aboutMe.homes.building'), it.building ?? ''],
          [t('aboutMe.homes.address'), it.address ?? ''],
          [t('aboutMe.homes.from'), formatDate(it.fromOn)],
          [t('aboutMe.homes.to'), day(it.toOn)],
          [t('aboutMe.homes.leaves'), day(it.leavesOn)],
          [t('aboutMe.homes.ended'), day(it.endedOn)],
          [t('aboutMe.homes.rent'), it.rent === null ? '' : t('aboutMe.homes.kroner', { amount: it.rent })],
        ]}
      />
      {it.claims.length > 0 && <p>{t('aboutMe.homes.claims', { number: it.claims.length, paid, amount })}</p>}
    </Card>
  );
}

/** Where they live and have lived with us, and the rent. */
export function Homes({ tenancies }: Pick<PersonRecord, 'tenancies'>) {
  const { t } = useTranslation();
  return (
    <Part part="bolig">
      {tenancies.length === 0 && <p>{t('aboutMe.homes.none')}</p>}
      {tenancies.map((lease) => (
        <Lease key={lease.id} lease={lease} />
      ))}
    </Part>
  );
}
