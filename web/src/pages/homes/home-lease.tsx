import type { HomeDetail } from '@contract/home.contract.js';
import { Paragraph, Table } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rentQuery } from '../../api/home-queries.js';
import type { LeaseOf } from '../../api/home-queries.js';
import { Facts } from '../../components/facts.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { formatDate, formatShortDate } from '../../i18n/dates.js';

type Lease = NonNullable<HomeDetail['leieforhold']>;

/** What is due and paid for a lease, the newest first, and whether NAV is told of what is not paid. */
export function LeaseRent({ lease }: { readonly lease: LeaseOf }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(rentQuery(lease));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <Paragraph role="status">{t('common.loading')}</Paragraph>;
  if (data.claims.length === 0) return <p>{t('homes.rent.none')}</p>;
  const kroner = (amount: number): string => t('homes.rent.kroner', { amount });

  return (
    <>
      <p>{data.owed > 0 ? t('homes.rent.owed', { amount: data.owed }) : t('homes.rent.nothingOwed')}</p>
      <Table className="cards-on-phone" data-size="sm">
        <Table.Head>
          <Table.Row>
            {(['dueOn', 'kind', 'amount', 'paid', 'paidOn'] as const).map((column) => (
              <Table.HeaderCell key={column}>{t(`homes.rent.column.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {data.claims.toReversed().map(({ id, kind, dueOn, amount, paid, paidOn }) => (
            <Table.Row key={id}>
              <Table.HeaderCell scope="row" data-label={t('homes.rent.column.dueOn')}>
                {formatShortDate(dueOn)}
              </Table.HeaderCell>
              <Table.Cell data-label={t('homes.rent.column.kind')}>{t(`homes.rent.kind.${kind}`)}</Table.Cell>
              <Table.Cell data-label={t('homes.rent.column.amount')}>{kroner(amount)}</Table.Cell>
              <Table.Cell data-label={t('homes.rent.column.paid')}>{kroner(paid)}</Table.Cell>
              <Table.Cell data-label={t('homes.rent.column.paidOn')}>
                {paidOn === null ? '' : formatShortDate(paidOn)}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <p className="subtle">{t(data.navReserved ? 'homes.rent.navReserved' : 'homes.rent.navTold')}</p>
    </>
  );
}

/** The lease of a home; its rent for those who may know whose it is. */
export function HomeLease({ lease: it, home }: { readonly lease: Lease; readonly home: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('homes.lease.title')}>
        <Facts
          items={[
            [t('homes.lease.fromOn'), formatDate(it.fromOn)],
            [t('homes.lease.toOn'), it.toOn === null ? t('homes.lease.open') : formatDate(it.toOn)],
            [t('homes.lease.leavesOn'), it.leavesOn === null ? '' : formatDate(it.leavesOn)],
            [t('homes.lease.rent'), it.rent === null ? '' : t('homes.kroner', { amount: it.rent })],
          ]}
        />
      </Section>
      {it.person !== null && (
        <Section title={t('homes.rent.title')}>
          <LeaseRent lease={{ home, tenancy: it.id }} />
        </Section>
      )}
    </>
  );
}
