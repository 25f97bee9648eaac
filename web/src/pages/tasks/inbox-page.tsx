import { routes } from '@contract/routes.contract.js';
import type { UserTaskView } from '@contract/user-task.contract.js';
import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { inboxQuery } from '../../api/queries.js';
import type { InboxFilter } from '../../api/queries.js';
import { useCommand } from '../../api/use-command.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { InboxTable } from './inbox-table.js';
import { LoadingPage } from '../frame/loading-page.js';

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

interface FilterProps {
  readonly filter: InboxFilter;
  readonly show: (filter: InboxFilter) => void;
}

function Filters({ filter, show }: FilterProps) {
  const { t } = useTranslation();
  return (
    <ToggleGroup
      aria-label={t('tasks.inbox.filter')}
      data-size="sm"
      value={filter}
      onChange={(value) => isFilter(value) && show(value)}
    >
      {filters.map((name) => (
        <ToggleGroup.Item key={name} value={name}>
          {t(`tasks.inbox.${name}`)}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup>
  );
}

function useClaim() {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  // The button that was pressed goes away with its row; focus goes to the line that says so.
  const status = useRef<HTMLSpanElement>(null);
  const command = useCommand(() => status.current?.focus());
  const claim = ({ id, name, revision }: UserTaskView) =>
    command.mutate(
      { path: pathOf(routes.claimUserTask, { id }), revision },
      { onSuccess: () => setSaid(t('tasks.inbox.claimed', { name })) },
    );
  return { claim, said, status, command };
}

/** The day's list: what is due first stands first. */
export function InboxPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<InboxFilter>('mine');
  const { data, error } = useQuery(inboxQuery(filter));
  const { claim, said, status, command } = useClaim();
  const late = data?.items.filter((task) => task.deadline?.overdue === true).length ?? 0;

  return (
    <Page title={t('tasks.inbox.title')}>
      <div className="tools">
        <Filters filter={filter} show={setFilter} />
        <span role="status" tabIndex={-1} ref={status}>
          {said} {data !== undefined && t('tasks.inbox.count', { count: data.items.length })}
          {late > 0 && `, ${t('tasks.inbox.late', { count: late })}`}
        </span>
      </div>
      {command.isError && <ProblemAlert error={command.error} />}
      {error !== null && data === undefined && <ProblemAlert error={error} />}
      {data === undefined && error === null && <LoadingPage />}
      {data?.items.length === 0 && <EmptyInbox filter={filter} show={setFilter} />}
      {data !== undefined && data.items.length > 0 && (
        <InboxTable tasks={data.items} busy={command.isPending} claim={claim} />
      )}
    </Page>
  );
}
