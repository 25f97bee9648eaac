import { Table } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deletedCasesQuery } from '../../api/operation-queries.js';
import { Section } from '../../components/section.js';
import { formatTime } from '../../i18n/dates.js';

const columns = ['case', 'process', 'at', 'by', 'reason'] as const;

/** What is left of deleted cases: that they were there, and why they no longer are. */
export function DeletedCases() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(deletedCasesQuery());
  return (
    <Section title={t('operation.deleted.title')}>
      {data.items.length === 0 && <p className="subtle">{t('operation.deleted.none')}</p>}
      {data.items.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" aria-label={t('operation.deleted.title')}>
          <Table.Head>
            <Table.Row>
              {columns.map((column) => (
                <Table.HeaderCell key={column}>{t(`operation.deleted.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {data.items.map(({ id, process, deletedAt, deletedBy, reason }) => (
              <Table.Row key={id}>
                <Table.HeaderCell scope="row" data-label={t('operation.deleted.case')}>
                  {id}
                </Table.HeaderCell>
                <Table.Cell data-label={t('operation.deleted.process')}>{process}</Table.Cell>
                <Table.Cell data-label={t('operation.deleted.at')}>{formatTime(deletedAt)}</Table.Cell>
                <Table.Cell data-label={t('operation.deleted.by')}>{deletedBy}</Table.Cell>
                <Table.Cell data-label={t('operation.deleted.reason')}>{reason}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Section>
  );
}
