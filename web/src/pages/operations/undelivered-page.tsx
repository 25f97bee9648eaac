import { Table } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { undeliveredQuery } from '../../api/operation-queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { formatTime } from '../../i18n/dates.js';
import type { bokmaal } from '../../i18n/messages.js';
import { NoticeState } from '../notices/notice-state.js';

const columns = ['to', 'kind', 'channel', 'state', 'at', 'attempts', 'case'] as const;
type Kind = keyof typeof bokmaal.operation.undelivered.kinds;

function useKindName(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (kind: string): kind is Kind => i18n.exists(`operation.undelivered.kinds.${kind}`);
  return (kind) => (isKnown(kind) ? t(`operation.undelivered.kinds.${kind}`) : kind);
}

/** For operators: messages that did not arrive, or may have been sent twice, without what stood in them. */
export function UndeliveredPage() {
  const { t } = useTranslation();
  const kindName = useKindName();
  const { data } = useSuspenseQuery(undeliveredQuery());

  return (
    <Page title={t('operation.undelivered.title')} lead={t('operation.undelivered.lead')}>
      {data.items.length === 0 && (
        <Empty text={t('operation.undelivered.empty')} next={t('operation.undelivered.emptyNext')} />
      )}
      {data.items.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" aria-label={t('operation.undelivered.title')}>
          <Table.Head>
            <Table.Row>
              {columns.map((column) => (
                <Table.HeaderCell key={column}>{t(`operation.undelivered.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {data.items.map((notice) => (
              <Table.Row key={notice.key}>
                <Table.HeaderCell scope="row" data-label={t('operation.undelivered.to')}>
                  {notice.to}
                </Table.HeaderCell>
                <Table.Cell data-label={t('operation.undelivered.kind')}>{kindName(notice.kind)}</Table.Cell>
                <Table.Cell data-label={t('operation.undelivered.channel')}>
                  {t(`notices.channels.${notice.channel}`)}
                </Table.Cell>
                <Table.Cell data-label={t('operation.undelivered.state')}>
                  <NoticeState notice={notice} />
                </Table.Cell>
                <Table.Cell data-label={t('operation.undelivered.at')}>
                  {formatTime(notice.sentAt ?? notice.at)}
                </Table.Cell>
                <Table.Cell data-label={t('operation.undelivered.attempts')}>{notice.attempts}</Table.Cell>
                <Table.Cell data-label={t('operation.undelivered.case')}>{notice.processInstanceId}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Page>
  );
}
