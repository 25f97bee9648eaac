import { groupName } from '../../cases/access/group-names.js';
import { knownValues } from '../../cases/forms/known-values.js';
import type { UserTaskDetail } from '../../contract/user-task.contract.js';
import type { Rejection } from '../../engine/index.js';
import type { TimerRow } from '../../runtime/read-ports.js';
import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { refusalText } from '../problem/rejection-problem.js';
import type { RequestActor } from '../request-actor.js';
import { userTaskView } from '../views/user-task-view.js';
import { viewContext } from '../views/view-context.js';

/** A task with its form, what is known already, and what the reader may do with it. */
export async function userTaskDetail(
  ports: ApiPorts,
  { tenant, actor }: RequestActor,
  task: VisibleUserTask,
): Promise<UserTaskDetail> {
  const { id: userTaskId } = task;
  const { id, process, version } = task.case;
  const [context, definition, form, snapshot, timers, refusals] = await Promise.all([
    viewContext(ports, tenant, [task.assignee]),
    ports.definitionSource.load({ tenant, key: process, version }),
    task.form === undefined || !task.isOpenToReader ? undefined : ports.definitions.form(tenant, task.form),
    ports.cases.snapshot(tenant, id),
    ports.timers.ofCase(tenant, id),
    ports.question.ask(tenant, id, [
      { type: 'ClaimUserTask', userTaskId, actor },
      { type: 'UnclaimUserTask', userTaskId, actor },
      { type: 'CompleteUserTask', userTaskId, actor, variables: {} },
    ]),
  ]);
  const [claim, unclaim, complete] = refusals;
  return {
    ...userTaskView(task, context),
    documentation: definition?.nodes.get(task.node)?.documentation ?? null,
    form: form === undefined ? null : { ...form },
    values: knownValues(form, snapshot, task),
    actions: { claim: action(claim), unclaim: action(unclaim), complete: action(complete) },
    reminders: timers.filter((timer) => timer.userTaskId === userTaskId).flatMap(reminderView),
  };
}

const action = (refusal: Rejection | undefined) => ({
  allowed: refusal === undefined,
  reason: refusal === undefined ? null : refusalText(refusal),
});

function reminderView({ purpose, dueAt, to, state }: TimerRow) {
  if (purpose === 'event' || state === 'cancelled') return [];
  const heard = to === undefined || to === 'assignee' ? 'Den som har oppgaven' : groupName(to);
  return [{ kind: purpose, at: dueAt, to: heard, rung: state === 'fired' }];
}
