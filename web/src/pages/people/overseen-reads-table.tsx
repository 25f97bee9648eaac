import type { OverseenReadView } from '@contract/read.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/dates.js';

const columns = ['at', 'person', 'reader', 'unit', 'what', 'why'] as const;

/** Reads, the newest first; those who broke the glass stand out. */
export function OverseenReadsTable({ reads }: { readonly reads: readonly OverseenReadView[] }) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone" data-size="sm" aria-label={t('overseenReads.list')}>
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column}>{t(`overseenReads.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {reads.map(({ id, at, person, reader, unit, what, why, isEmergency }) => (
          <Table.Row key={id}>
            <Table.HeaderCell scope="row" data-label={t('overseenReads.at')}>
              {formatTime(at)}
            </Table.HeaderCell>
            <Table.Cell data-label={t('overseenReads.person')}>
              {person?.name ?? t('overseenReads.protected')}
            </Table.Cell>
            <Table.Cell data-label={t('overseenReads.reader')}>{reader.name}</Table.Cell>
            <Table.Cell data-label={t('overseenReads.unit')}>{unit}</Table.Cell>
            <Table.Cell data-label={t('overseenReads.what')}>{what}</Table.Cell>
            <Table.Cell data-label={t('overseenReads.why')}>
              {isEmergency && (
                <Tag data-color="danger" data-size="sm">
                  {t('overseenReads.glassBroken')}
                </Tag>
              )}{' '}
              {why}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
