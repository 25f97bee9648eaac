import type { NoticeView } from '@contract/notice.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myNoticesQuery } from '../../api/people-queries.js';
import { meQuery } from '../../api/queries.js';
import { isApplicant } from '../../app/groups.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { formatTime } from '../../i18n/dates.js';
import { NoticeState } from './notice-state.js';

const columns = ['what', 'channel', 'state', 'at', 'case'] as const;
function CaseLink({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  return isApplicant(me) ? (
    <PageLink to="/reiser/$journeyId" params={{ journeyId: caseId }}>
      {t('notices.toCase')}
    </PageLink>
  ) : (
    <PageLink to="/saker/$caseId" params={{ caseId }}>
      {t('notices.toCase')}
    </PageLink>
  );
}

function Row({ notice }: { readonly notice: NoticeView }) {
  const { t } = useTranslation();
  const { subject, channel, at, sentAt, notBefore, processInstanceId: caseId } = notice;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('notices.what')}>
        {subject}
      </Table.HeaderCell>
      <Table.Cell data-label={t('notices.channel')}>{t(`notices.channels.${channel}`)}</Table.Cell>
      <Table.Cell data-label={t('notices.state')}>
        <NoticeState notice={notice} />
      </Table.Cell>
      <Table.Cell data-label={t('notices.at')} className="whole">
        {formatTime(sentAt ?? at)}
        {notice.state === 'queued' && (
          <span className="subtle block">{t('notices.later', { at: formatTime(notBefore) })}</span>
        )}
      </Table.Cell>
      <Table.Cell data-label={t('notices.case')} className="whole">
        {caseId !== null && <CaseLink caseId={caseId} />}
      </Table.Cell>
    </Table.Row>
  );
}

/** What was sent to the reader, or will be, and whether it arrived. */
export function NoticesPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(myNoticesQuery());

  return (
    <Page title={t('notices.title')} lead={t('notices.lead')}>
      <p>
        <PageLink to="/fravaer">{t('notices.settings')}</PageLink>
      </p>
      {data.items.length === 0 && <Empty text={t('notices.empty')} next={t('notices.emptyNext')} />}
      {data.items.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" aria-label={t('notices.table')}>
          <Table.Head>
            <Table.Row>
              {columns.map((column) => (
                <Table.HeaderCell key={column}>{t(`notices.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {data.items.map((notice) => (
              <Row key={notice.key} notice={notice} />
            ))}
          </Table.Body>
        </Table>
      )}
    </Page>
  );
}
