import type { Actor } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { give } from './give.js';
import type { Operation } from './operation.js';
import { openTask, taskAnswer } from './tasks.js';

// The bench knows nobody's groups: whoever a test names is taken for a candidate, and the bench itself for an operator.
const candidate = (id: string, groups: readonly string[]): Actor => ({ id: idOf<'Actor'>(id), groups });

/** Makes somebody the one who does a task that nobody has yet. */
export const claim: Operation = (bench, request) => {
  const { instance, task } = openTask(bench, request.text('task'));
  const [userTaskId, assignee] = [task.id, idOf<'Actor'>(request.text('user'))];
  const isOpen = task.assignee === undefined && task.candidateGroups.length === 0;
  const actor = candidate(assignee, task.candidateGroups);
  give(
    bench,
    instance.id,
    isOpen ? { type: 'AssignUserTask', userTaskId, assignee } : { type: 'ClaimUserTask', userTaskId, actor },
  );
  return seen(bench, task.id);
};

/** Gives a task back to its candidates. */
export const unclaim: Operation = (bench, request) => {
  const { instance, task } = openTask(bench, request.text('task'));
  const user = request.optionalText('user') ?? task.assignee ?? 'system';
  const actor = candidate(user, task.candidateGroups);
  give(bench, instance.id, { type: 'UnclaimUserTask', userTaskId: task.id, actor });
  return seen(bench, task.id);
};

/** Gives a task to somebody, whoever had it. */
export const assign: Operation = (bench, request) => {
  const { instance, task } = openTask(bench, request.text('task'));
  const assignee = idOf<'Actor'>(request.text('user'));
  give(bench, instance.id, { type: 'AssignUserTask', userTaskId: task.id, assignee });
  return seen(bench, task.id);
};

/** Says that a task is done, whoever has it. */
export const complete: Operation = (bench, request) => {
  const { instance, task } = openTask(bench, request.text('task'));
  give(bench, instance.id, {
    type: 'CompleteUserTask',
    userTaskId: task.id,
    variables: request.variables('variables'),
  });
  return {};
};

/** The task as it is now; its id is in `task` alone, for the answer's own id is that of the request. */
function seen(bench: Bench, id: string): JsonObject {
  const { instance, task } = openTask(bench, id);
  const answer = taskAnswer(bench, instance, task);
  const { id: _id, ...fields } = answer;
  return { ...fields, task: answer };
}
