import { routes } from '@contract/routes.contract.js';
import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../api/path.js';
import { inboxQuery } from '../api/queries.js';
import type { InboxFilter } from '../api/queries.js';
import { useCommand } from '../api/use-command.js';
import { Empty } from '../components/empty.js';
import { Page } from '../components/page.js';
import { ProblemAlert } from '../components/problem-alert.js';
import { InboxTable } from './inbox-table.js';
import { LoadingPage } from './loading-page.js';

const filters: readonly InboxFilter[] = ['mine', 'unit', 'unassigned'];
const isFilter = (text: string): text is InboxFilter => filters.some((filter) => filter === text);

function EmptyInbox({ filter, show }: { readonly filter: InboxFilter; readonly show: (next: InboxFilter) => void }) {
  const { t } = useTranslation();
  const next = filter === 'unassigned' ? 'mine' : 'unassigned';
  return (
    <Empty
      text={t(`tasks.inbox.empty.${filter}`)}
      next={t(`tasks.inbox.empty.${filter}Next`)}
      action={
        <Button variant="secondary" onClick={() => show(next)}>
          {t(next === 'mine' ? 'tasks.inbox.empty.toMine' : 'tasks.inbox.empty.toUnassigned')}
        </Button>
      }
    />
  );
}

/** The day's list: what is due first stands first. */
export function InboxPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<InboxFilter>('mine');
  const [said, setSaid] = useState('');
  const { data, error } = useQuery(inboxQuery(filter));
  const claim = useCommand();
  const late = data?.items.filter((task) => task.deadline?.overdue === true).length ?? 0;

  return (
    <Page title={t('tasks.inbox.title')}>
      <div className="tools">
        <ToggleGroup
          aria-label={t('tasks.inbox.filter')}
          data-size="sm"
          value={filter}
          onChange={(value) => isFilter(value) && setFilter(value)}
        >
          {filters.map((name) => (
            <ToggleGroup.Item key={name} value={name}>
              {t(`tasks.inbox.${name}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        <span role="status">
          {said} {data !== undefined && t('tasks.inbox.count', { count: data.items.length })}
          {late > 0 && `, ${t('tasks.inbox.late', { count: late })}`}
        </span>
      </div>
      {claim.isError && <ProblemAlert error={claim.error} />}
      {error !== null && data === undefined && <ProblemAlert error={error} />}
      {data === undefined && error === null && <LoadingPage />}
      {data?.items.length === 0 && <EmptyInbox filter={filter} show={setFilter} />}
      {data !== undefined && data.items.length > 0 && (
        <InboxTable
          tasks={data.items}
          busy={claim.isPending}
          claim={({ id, name, revision }) =>
            claim.mutate(
              { path: pathOf(routes.claimUserTask, { id }), revision },
              { onSuccess: () => setSaid(t('tasks.inbox.claimed', { name })) },
            )
          }
        />
      )}
    </Page>
  );
}
