import { Table } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { casesQuery } from '../api/queries.js';
import { Empty } from '../components/empty.js';
import { Page } from '../components/page.js';
import { PageLink } from '../components/page-link.js';
import { StateTag } from '../components/state-tag.js';
import { formatShortDate } from '../i18n/dates.js';

/** The cases that the reader may see, newest first. */
export function CasesPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(casesQuery());
  const cases = data.items.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));

  return (
    <Page title={t('cases.list.title')} lead={t('cases.list.lead')}>
      {cases.length === 0 && <Empty text={t('cases.list.empty')} next={t('cases.list.emptyNext')} />}
      {cases.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" hover>
          <Table.Head>
            <Table.Row>
              {(['case', 'process', 'state', 'started'] as const).map((column) => (
                <Table.HeaderCell key={column}>{t(`cases.list.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {cases.map(({ id, title, processName, state, startedAt }) => (
              <Table.Row key={id}>
                <Table.HeaderCell scope="row" data-label={t('cases.list.case')}>
                  <PageLink to="/saker/$caseId" params={{ caseId: id }}>
                    {title}
                  </PageLink>
                </Table.HeaderCell>
                <Table.Cell data-label={t('cases.list.process')}>{processName}</Table.Cell>
                <Table.Cell data-label={t('cases.list.state')}>
                  <StateTag state={state} />
                </Table.Cell>
                <Table.Cell data-label={t('cases.list.started')}>{formatShortDate(startedAt)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Page>
  );
}
