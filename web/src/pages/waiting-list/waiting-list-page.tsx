import { routes } from '@contract/routes.contract.js';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitingListQuery } from '../../api/queries.js';
import type { WaitingWanted } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { FileLinks } from '../../components/file-links.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { PeopleByWait } from './people-by-wait.js';
import { PeopleInGroups } from './people-in-groups.js';
import { WaitingListFilters } from './waiting-list-filters.js';
import { WaitingListTable } from './waiting-list-table.js';

const everybody: WaitingWanted = { group: '', type: '', area: '' };

/** Everybody who waits, in the order of the priority key, a page at a time; figures for those who do not see who. */
export function WaitingListPage() {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(everybody);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    waitingListQuery(wanted),
  );
  const list = data?.pages[0];
  const items = data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const isFiltered = wanted.group !== '' || wanted.type !== '' || wanted.area !== '';

  return (
    <Page
      title={t('waitingList.title')}
      lead={t(list?.items === null ? 'waitingList.figuresLead' : 'waitingList.lead')}
    >
      {list?.items !== null && <WaitingListFilters list={list} wanted={wanted} choose={setWanted} />}
      {isPending && <Paragraph role="status">{t('waitingList.loading')}</Paragraph>}
      {error !== null && <ProblemAlert error={error} />}
      {list?.items === null && <PeopleInGroups list={list} />}
      {list !== undefined && list.items !== null && items.length === 0 && (
        <Empty
          text={t(isFiltered ? 'waitingList.empty' : 'waitingList.nobody')}
          next={t(isFiltered ? 'waitingList.emptyNext' : 'waitingList.nobodyNext')}
        />
      )}
      {items.length > 0 && <WaitingListTable items={items} />}
      {list !== undefined && <PeopleByWait list={list} />}
      {list?.mayTakeOut === true && <FileLinks path={routes.waitingListFile} what={t('waitingList.file')} />}
      {hasNextPage && (
        <Button variant="secondary" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('waitingList.more')}
        </Button>
      )}
    </Page>
  );
}
