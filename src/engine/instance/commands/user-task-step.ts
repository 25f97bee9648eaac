import { userTaskAfter, type UserTaskStep } from '../../machine/user-task-machine.js';
import { reject, type Decision, type Rejection } from './decision.js';
import type { ProcessInstance, UserTaskInstance } from '../state/process-instance.js';
import { staleRevision } from './stale-revision.js';
import type { UserTaskCommand } from './user-task-command.js';

/** The open task of a command, or why there is none. */
export function openTaskOf(
  instance: ProcessInstance,
  { userTaskId }: UserTaskCommand,
): { readonly ok: true; readonly task: UserTaskInstance } | Extract<Decision, { readonly ok: false }> {
  const task = instance.userTasks.get(userTaskId);
  return task === undefined
    ? { ok: false, rejection: { reason: 'user-task-not-found', userTaskId } }
    : { ok: true, task };
}

/** The refusal for a step that the life of a user task does not have where the task stands (machine/user-task-machine.ts). */
export function impossibleStep(task: UserTaskInstance, step: UserTaskStep): Rejection | undefined {
  const { id: userTaskId, state, delegated } = task;
  const next = userTaskAfter({ state, isDelegated: delegated === true }, step);
  return next === undefined ? { reason: 'user-task-not-in-state', userTaskId, state, step } : undefined;
}

/** Takes a step if nothing speaks against it: who acts is asked first, then what the actor has seen, then the task's life. */
export function takeStep(
  {
    task,
    command,
    step,
  }: { readonly task: UserTaskInstance; readonly command: UserTaskCommand; readonly step: UserTaskStep },
  refusal: Rejection | undefined,
  then: () => Decision,
): Decision {
  const rejection = refusal ?? staleRevision(task, command.expectedRevision) ?? impossibleStep(task, step);
  return rejection === undefined ? then() : reject(rejection);
}
