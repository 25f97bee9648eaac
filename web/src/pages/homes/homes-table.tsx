import type { HomeView } from '@contract/home.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../api/use-today.js';
import { PageLink } from '../../components/page-link.js';
import { daysBetween } from '../../i18n/dates.js';
import { AvailabilityTag } from './availability-tag.js';

interface HomesProps {
  readonly homes: readonly HomeView[];
  /** Says for how long each has stood empty, where it does. */
  readonly withVacancy?: boolean;
}

const columns = ['home', 'type', 'area', 'rent', 'state'] as const;

/** Homes as rows: what each is, what it costs, and whether somebody lives there or is to. */
export function HomesTable({ homes, withVacancy = false }: HomesProps) {
  const { t } = useTranslation();
  const today = useToday();
  const emptyFor = (since: string | null): string =>
    since === null ? '' : t('buildings.days', { count: daysBetween(since, today) });
  return (
    <Table className="cards-on-phone" data-size="sm" hover>
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column}>{t(`homes.column.${column}`)}</Table.HeaderCell>
          ))}
          {withVacancy && <Table.HeaderCell>{t('buildings.vacantFor')}</Table.HeaderCell>}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {homes.map(({ id, name, boligtype, bruksareal, leiekostnad, availability, vacantSince }) => (
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
            {withVacancy && <Table.Cell data-label={t('buildings.vacantFor')}>{emptyFor(vacantSince)}</Table.Cell>}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
