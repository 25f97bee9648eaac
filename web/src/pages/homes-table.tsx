import type { HomeView } from '@contract/home.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../components/page-link.js';
import { AvailabilityTag } from './availability-tag.js';

/** Homes as rows: what each is, what it costs, and whether somebody lives there or is to. */
export function HomesTable({ homes }: { readonly homes: readonly HomeView[] }) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone" data-size="sm" hover>
      <Table.Head>
        <Table.Row>
          {(['home', 'type', 'area', 'rent', 'state'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`homes.column.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {homes.map(({ id, name, boligtype, bruksareal, leiekostnad, availability }) => (
          <Table.Row key={id}>
            <Table.HeaderCell scope="row" data-label={t('homes.column.home')}>
              <PageLink to="/boliger/$homeId" params={{ homeId: id }}>
                {name}
              </PageLink>
            </Table.HeaderCell>
            <Table.Cell data-label={t('homes.column.type')}>{boligtype}</Table.Cell>
            <Table.Cell data-label={t('homes.column.area')}>
              {bruksareal === undefined ? '' : t('homes.squareMetres', { area: bruksareal })}
            </Table.Cell>
            <Table.Cell data-label={t('homes.column.rent')}>
              {leiekostnad === undefined ? '' : t('homes.kroner', { amount: leiekostnad })}
            </Table.Cell>
            <Table.Cell data-label={t('homes.column.state')}>
              <AvailabilityTag availability={availability} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
