import type { UserTaskView } from '@contract/user-task.contract.js';
import { Button, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { useGroupName } from '../../components/group-names.js';
import { PageLink } from '../../components/page-link.js';

interface InboxTableProps {
  readonly tasks: readonly UserTaskView[];
  readonly busy: boolean;
  readonly claim: (task: UserTaskView) => void;
}

const last = '9999-12-31';

/** What is due first stands first; what has no deadline stands last, oldest first. */
export const byDueDate = (one: UserTaskView, other: UserTaskView): number =>
  (one.deadline?.dueOn ?? last).localeCompare(other.deadline?.dueOn ?? last) ||
  one.createdAt.localeCompare(other.createdAt);

type InboxRowProps = Omit<InboxTableProps, 'tasks'> & { readonly task: UserTaskView };

function Claim({ task, busy, claim }: InboxRowProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="secondary"
      data-size="sm"
      disabled={busy}
      aria-label={t('tasks.inbox.claimName', { name: task.name })}
      onClick={() => claim(task)}
    >
      {t('tasks.inbox.claim')}
    </Button>
  );
}

function InboxRow({ task, busy, claim }: InboxRowProps) {
  const { t } = useTranslation();
  const groupName = useGroupName();

  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('tasks.inbox.task')}>
        <PageLink to="/oppgaver/$taskId" params={{ taskId: task.id }}>
          {task.name}
        </PageLink>
      </Table.HeaderCell>
      <Table.Cell data-label={t('tasks.inbox.case')}>
        <PageLink to="/saker/$caseId" params={{ caseId: task.case.id }} className="ds-link quiet">
          {task.case.title}
        </PageLink>
        <span className="subtle block">{task.case.processName}</span>
      </Table.Cell>
      <Table.Cell data-label={t('tasks.inbox.deadline')}>
        <DeadlineTag deadline={task.deadline} />
      </Table.Cell>
      <Table.Cell data-label={t('tasks.inbox.owner')}>
        {task.assignee?.name ?? t('tasks.inbox.noOwner')}
        {task.assignee === null && (
          <span className="subtle block">{task.candidateGroups.map(groupName).join(', ')}</span>
        )}
      </Table.Cell>
      <Table.Cell data-label={t('tasks.inbox.action')}>
        {task.assignee === null && <Claim task={task} busy={busy} claim={claim} />}
      </Table.Cell>
    </Table.Row>
  );
}

/** The inbox as a table; on a phone every task is a card of its own. */
export function InboxTable({ tasks, busy, claim }: InboxTableProps) {
  const { t } = useTranslation();

  return (
    <Table className="cards-on-phone" data-size="sm" hover>
      <Table.Head>
        <Table.Row>
          {(['task', 'case', 'deadline', 'owner', 'action'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`tasks.inbox.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {tasks.toSorted(byDueDate).map((task) => (
          <InboxRow key={task.id} task={task} busy={busy} claim={claim} />
        ))}
      </Table.Body>
    </Table>
  );
}
