import type { ProcessInstanceView } from '@contract/process-instance.contract.js';
import { Table, ToggleGroup } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { StateTag } from '../../components/state-tag.js';
import { formatShortDate } from '../../i18n/dates.js';

function CaseTable({ cases }: { readonly cases: readonly ProcessInstanceView[] }) {
  const { t } = useTranslation();
  return (
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
  );
}

const isOpen = ({ state }: ProcessInstanceView): boolean => state === 'active' || state === 'incident';

/** The cases that the reader may see, newest first: those under way, or all. */
export function CasesPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(casesQuery());
  const [shown, setShown] = useState('open');
  const cases = data.items
    .filter((it) => shown === 'all' || isOpen(it))
    .toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
  const empty = data.items.length === 0 ? 'empty' : 'noneOpen';

  return (
    <Page title={t('cases.list.title')} lead={t('cases.list.lead')}>
      <div className="tools">
        <ToggleGroup aria-label={t('cases.list.show')} data-size="sm" value={shown} onChange={setShown}>
          <ToggleGroup.Item value="open">{t('cases.list.open')}</ToggleGroup.Item>
          <ToggleGroup.Item value="all">{t('cases.list.all')}</ToggleGroup.Item>
        </ToggleGroup>
      </div>
      {cases.length === 0 && <Empty text={t(`cases.list.${empty}`)} next={t(`cases.list.${empty}Next`)} />}
      {cases.length > 0 && <CaseTable cases={cases} />}
    </Page>
  );
}
