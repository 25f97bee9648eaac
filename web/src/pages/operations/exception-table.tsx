import type { ExceptionsView } from '@contract/exception.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { formatTime } from '../../i18n/dates.js';

type Item = ExceptionsView['items'][number];
const columns = ['at', 'by', 'reason', 'case'] as const;

function CaseOf({ item: { kind, processInstanceId, title } }: { readonly item: Item }) {
  const { t } = useTranslation();
  if (processInstanceId !== null && title !== null)
    return (
      <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }}>
        {title}
      </PageLink>
    );
  return <span className="subtle">{t(kind === 'delete' ? 'exceptions.deleted' : 'exceptions.withheld')}</span>;
}

/** One exception after the other, the newest first. */
export function ExceptionTable({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone" data-size="sm" aria-label={t('exceptions.list')}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t('exceptions.kindHeading')}</Table.HeaderCell>
          {columns.map((column) => (
            <Table.HeaderCell key={column}>{t(`exceptions.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map((item) => (
          <Table.Row key={`${item.kind} ${item.id}`}>
            <Table.HeaderCell scope="row" data-label={t('exceptions.kindHeading')}>
              {t(`exceptions.kind.${item.kind}`)}
            </Table.HeaderCell>
            <Table.Cell data-label={t('exceptions.at')}>{formatTime(item.at)}</Table.Cell>
            <Table.Cell data-label={t('exceptions.by')}>{item.by}</Table.Cell>
            <Table.Cell data-label={t('exceptions.reason')}>{item.reason ?? '–'}</Table.Cell>
            <Table.Cell data-label={t('exceptions.case')}>
              <CaseOf item={item} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
