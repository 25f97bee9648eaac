import type { Actor } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { give } from './give.js';
import type { Operation } from './operation.js';
import { openTask, taskAnswer } from './tasks.js';

// The bench knows nobody's groups: whoever a test names is taken for a candidate.
const candidate = (id: string, groups: readonly string[]): Actor => ({ id: idOf<'Actor'>(id), groups });

/** Makes somebody the one who does a task. */
export const claim: Operation = (bench, request) => {
  const { instance, task } = openTask(bench, request.text('task'));
  const actor = candidate(request.text('user'), task.candidateGroups);
  give(bench, instance.id, { type: 'ClaimUserTask', userTaskId: task.id, actor });
  return seen(bench, task.id);
};

/** Gives a task back. */
export const unclaim: Operation = (bench, request) => {
  const { instance, task } = openTask(bench, request.text('task'));
  const user = request.optionalText('user') ?? task.assignee ?? 'system';
  give(bench, instance.id, {
    type: 'UnclaimUserTask',
    userTaskId: task.id,
    actor: candidate(user, task.candidateGroups),
  });
  return seen(bench, task.id);
};

/** Says that a task is done, whoever has it. */
export const complete: Operation = (bench, request) => {
  const { instance, task } = openTask(bench, request.text('task'));
  const variables = request.variables('variables');
  const actor = candidate(task.assignee ?? 'system', task.candidateGroups);
  if (task.assignee === undefined) give(bench, instance.id, { type: 'ClaimUserTask', userTaskId: task.id, actor });
  give(bench, instance.id, { type: 'CompleteUserTask', userTaskId: task.id, variables, actor });
  return {};
};

/** The task as it is now; its id is in `task` alone, for the answer's own id is that of the request. */
function seen(bench: Bench, id: string): JsonObject {
  const { instance, task } = openTask(bench, id);
  const answer = taskAnswer(bench, instance, task);
  const { id: _id, ...fields } = answer;
  return { ...fields, task: answer };
}
