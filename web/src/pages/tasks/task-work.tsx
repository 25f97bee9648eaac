import { routes } from '@contract/routes.contract.js';
import type { UserTaskDetail } from '@contract/user-task.contract.js';
import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { meQuery } from '../../api/queries.js';
import { useCommand } from '../../api/use-command.js';
import { isStaff } from '../../app/groups.js';
import { PageLink } from '../../components/page-link.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { FormProblem } from '../../forms/form-problem.js';
import { Section } from '../../components/section.js';
import { fieldsOf } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface TaskProps {
  readonly task: UserTaskDetail;
}

interface TaskWorkProps extends TaskProps {
  /** Fields that the page shows elsewhere. */
  readonly shownElsewhere?: readonly string[];
}

function Finished({ task }: TaskProps) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery());
  if (task.state === 'cancelled') return <Alert data-color="info">{t('tasks.task.cancelled')}</Alert>;

  return (
    <Alert data-color="success" role="status">
      <Heading level={2} data-size="2xs">
        {t('tasks.task.done')}
      </Heading>
      <p>{t('tasks.task.doneNext')}</p>
      <p className="actions">
        {me !== undefined && !isStaff(me) ? (
          <PageLink to="/">{t('tasks.task.toJourney')}</PageLink>
        ) : (
          <>
            <PageLink to="/innboks">{t('tasks.task.toInbox')}</PageLink>
            <PageLink to="/saker/$caseId" params={{ caseId: task.case.id }}>
              {t('tasks.task.toCase')}
            </PageLink>
          </>
        )}
      </p>
    </Alert>
  );
}

function ClaimFirst({ task, busy, claim }: TaskProps & { readonly busy: boolean; readonly claim: () => void }) {
  const { t } = useTranslation();
  const { claim: claiming, complete: completing } = task.actions;
  if (!claiming.allowed) {
    // Nobody has it: why it cannot be taken says more than that it was not.
    const why = task.state === 'created' ? claiming.reason : completing.reason;
    return (
      <Alert data-color="info">
        <Heading level={2} data-size="2xs">
          {t('tasks.task.unavailable')}
        </Heading>
        <p>{why ?? claiming.reason}</p>
      </Alert>
    );
  }
  return (
    <div className="actions">
      <Button loading={busy} onClick={claim}>
        {t('tasks.task.claim')}
      </Button>
      <span>{t('tasks.task.claimFirst')}</span>
    </div>
  );
}

function useTaskCommand({ id, revision, state, actions }: UserTaskDetail) {
  const canWork = (state === 'created' || state === 'assigned') && actions.complete.allowed;
  // What somebody wrote stays on the page until they leave it, also when the task meanwhile became another's.
  const [hasForm, setHasForm] = useState(canWork);
  // The answer to a command may come before the page has read the task again: what it still shows has ended.
  const [endedRevision, setEndedRevision] = useState<number>();
  if (canWork && !hasForm && revision !== endedRevision) setHasForm(true);
  // The button that was pressed may be gone when the answer comes; focus stays with the work.
  const work = useRef<HTMLDivElement>(null);
  const command = useCommand((_, { path }) => {
    work.current?.focus();
    if (path === pathOf(routes.claimUserTask, { id })) return;
    setEndedRevision(revision);
    setHasForm(false);
  });
  const ask = (route: string, body?: unknown) =>
    command.mutate({ path: pathOf(route, { id }), revision, ...(body === undefined ? {} : { body }) });
  return { work, command, ask, hasForm, isLost: hasForm && !canWork && !command.isPending };
}

type TaskCommand = Pick<ReturnType<typeof useTaskCommand>, 'command' | 'ask'>;

function TaskForm({ task, shownElsewhere = [], command, ask }: TaskWorkProps & TaskCommand) {
  const { t } = useTranslation();
  const all = useMemo(() => (task.form === null ? [] : fieldsOf(task.form, task.values)), [task.form, task.values]);
  const fields = all.filter(({ name }) => !shownElsewhere.includes(name));
  const refused = command.error instanceof ProblemError ? command.error.problem.errors : undefined;

  return (
    <Section title={t('tasks.task.form')}>
      {fields.length === 0 && <p>{t('form.nothing')}</p>}
      <SchemaForm
        fields={fields}
        known={task.values}
        submitLabel={t('tasks.task.complete')}
        busy={command.isPending}
        {...(refused === undefined ? {} : { refused })}
        submit={(variables) => ask(routes.completeUserTask, { variables })}
      >
        {task.actions.unclaim.allowed && (
          <Button variant="tertiary" disabled={command.isPending} onClick={() => ask(routes.unclaimUserTask)}>
            {t('tasks.task.unclaim')}
          </Button>
        )}
      </SchemaForm>
    </Section>
  );
}

/** The work itself: take the task, fill in its form, complete it. */
export function TaskWork({ task, ...shown }: TaskWorkProps) {
  const { t } = useTranslation();
  const { work, command, ask, hasForm, isLost } = useTaskCommand(task);
  const isOpen = task.state === 'created' || task.state === 'assigned';

  return (
    <div className="stack work" ref={work} tabIndex={-1}>
      {task.documentation !== null && <p className="lead">{task.documentation}</p>}
      {command.isError && (hasForm ? <FormProblem error={command.error} /> : <ProblemAlert error={command.error} />)}
      {!isOpen && <Finished task={task} />}
      {isLost && !command.isError && <Alert data-color="warning">{t('tasks.task.lost')}</Alert>}
      {isOpen && !hasForm && (
        <ClaimFirst task={task} busy={command.isPending} claim={() => ask(routes.claimUserTask)} />
      )}
      {hasForm && <TaskForm task={task} {...shown} command={command} ask={ask} />}
    </div>
  );
}
