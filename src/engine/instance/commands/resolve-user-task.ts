import type { Decision } from './decision.js';
import { settle } from './settle.js';
import type { ResolveUserTask } from './user-task-command.js';
import { notAssigned } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { writeVariables } from '../flow/write-variables.js';

/** Decides what follows when a delegated task is done by the one who was asked: its owner has it again, and completes it. */
export function resolveUserTask(work: WorkingCopy, command: ResolveUserTask): Decision {
  const { userTaskId, variables = {}, actor } = command;
  const found = openTaskOf(work.instance(), command);
  if (!found.ok) return found;

  const { task } = found;
  const { node, elementInstanceId, owner: assignee = actor.id } = task;
  return takeStep({ task, command, step: 'resolve' }, notAssigned(task, actor), () => {
    work.record({ type: 'UserTaskResolved', userTaskId, node, assignee, by: actor.id });
    writeVariables(work, variables, { from: elementInstanceId, home: 'process' });
    return settle(work);
  });
}
