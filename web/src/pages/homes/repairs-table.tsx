import type { RepairView } from '@contract/home.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { formatShortDate } from '../../i18n/dates.js';

interface RepairsProps {
  readonly repairs: readonly RepairView[];
  /** Says where in the building each is. */
  readonly withPlace?: boolean;
}

const colors = { fare: 'danger', haster: 'warning', vanlig: 'neutral', onske: 'neutral' } as const;

function Repair({ repair: it, withPlace }: { readonly repair: RepairView; readonly withPlace: boolean }) {
  const { t } = useTranslation();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('buildings.repairColumn.what')}>
        {it.isOpenToReader ? (
          <PageLink to="/saker/$caseId" params={{ caseId: it.id }}>
            {t(`buildings.work.${it.work}`)}
          </PageLink>
        ) : (
          t(`buildings.work.${it.work}`)
        )}
      </Table.HeaderCell>
      {withPlace && (
        <Table.Cell data-label={t('buildings.repairColumn.where')}>
          {it.home === null ? (
            t('buildings.common')
          ) : (
            <PageLink to="/boliger/$homeId" params={{ homeId: it.home }}>
              {it.homeName ?? it.home}
            </PageLink>
          )}
        </Table.Cell>
      )}
      <Table.Cell data-label={t('buildings.repairColumn.urgency')}>
        <Tag data-size="sm" data-color={colors[it.urgency]}>
          {t(`buildings.urgency.${it.urgency}`)}
        </Tag>
      </Table.Cell>
      <Table.Cell data-label={t('buildings.repairColumn.who')}>
        {it.responsible === null ? t('buildings.notGiven') : t(`buildings.repairer.${it.responsible}`)}
      </Table.Cell>
      <Table.Cell data-label={t('buildings.repairColumn.state')}>
        {t(`buildings.repairState.${it.state}`)}
        {it.reopened > 0 && <span className="block subtle">{t('buildings.again', { count: it.reopened })}</span>}
      </Table.Cell>
      <Table.Cell data-label={t('buildings.repairColumn.reported')}>{formatShortDate(it.reportedAt)}</Table.Cell>
    </Table.Row>
  );
}

/** Repairs that are under way: what, how urgent, who has it. Never who lives there. */
export function RepairsTable({ repairs, withPlace = false }: RepairsProps) {
  const { t } = useTranslation();
  if (repairs.length === 0) return <p>{t('buildings.noRepairs')}</p>;
  const columns = (['what', 'where', 'urgency', 'who', 'state', 'reported'] as const).filter(
    (column) => withPlace || column !== 'where',
  );
  return (
    <Table className="cards-on-phone" data-size="sm">
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column}>{t(`buildings.repairColumn.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {repairs.map((repair) => (
          <Repair key={repair.id} repair={repair} withPlace={withPlace} />
        ))}
      </Table.Body>
    </Table>
  );
}
