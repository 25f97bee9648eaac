import type { ExceptionsView } from '@contract/exception.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/** How often each kind of exception was made; what is few is said to be few. */
export function ExceptionCounts({ counts, fewestShown: fewest }: Pick<ExceptionsView, 'counts' | 'fewestShown'>) {
  const { t } = useTranslation();
  return (
    <>
      <Table data-size="sm" aria-label={t('exceptions.counts')}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('exceptions.kindHeading')}</Table.HeaderCell>
            <Table.HeaderCell>{t('exceptions.countHeading')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {counts.map(({ kind, count }) => (
            <Table.Row key={kind}>
              <Table.HeaderCell scope="row">{t(`exceptions.kind.${kind}`)}</Table.HeaderCell>
              <Table.Cell>{count ?? t('exceptions.hidden', { fewest })}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {counts.some(({ count }) => count === null) && <p className="subtle">{t('exceptions.countsNote', { fewest })}</p>}
    </>
  );
}
