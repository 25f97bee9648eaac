import { idOf, type Id } from '../../../shared/id.js';
import type { UserTask } from '../../definition/flow-node.js';
import { deadlineOf, type DatedDeadline } from './deadline-of.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance, UserTaskInstance } from '../state/process-instance.js';
import { remindOfDueDate } from './remind-of-due-date.js';
import { scheduleLadder } from './schedule-ladder.js';
import { termsOf, type TaskTerms } from './user-task-terms.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';
import type { Sight } from '../../expression/sight.js';

/** Gives people a user task (BPMN 2.0.2 §10.3.4): with its assignee if the diagram names one, its deadline, its ladder. */
export function openUserTask(work: WorkingCopy, node: UserTask, element: ElementInstance): Problem | undefined {
  const sight = sightFrom(work, element.id);
  const assignee = assigneeOf(node, sight);
  if (!assignee.ok) return assignee.problem;
  const dated = node.deadline === undefined ? undefined : deadlineOf(work, node.deadline, sight);
  if (dated?.ok === false) return dated.problem;
  const participation = participationOf(node, sight);
  if (!participation.ok) return participation.problem;
  const terms = termsOf(work, node, sight);
  if (!terms.ok) return terms.problem;

  const task = taskOf(work, {
    node,
    element,
    name: nameOf(node, sight),
    assignee: assignee.value,
    deadline: dated?.value,
    participation: participation.value,
    terms: terms.value,
  });
  work.record({ type: 'UserTaskCreated', task });
  if (dated !== undefined) scheduleLadder(work, node, { task, ...dated.value });
  else if (node.dueDate !== undefined) remindOfDueDate(work, task);
  return undefined;
}

interface TaskParts {
  readonly node: UserTask;
  readonly element: ElementInstance;
  readonly name: string;
  readonly assignee: Id<'Actor'> | undefined;
  readonly deadline: DatedDeadline | undefined;
  readonly participation: string | undefined;
  readonly terms: TaskTerms;
}

function taskOf(
  work: WorkingCopy,
  { node, element, name, assignee, deadline, participation, terms }: TaskParts,
): UserTaskInstance {
  return {
    id: work.nextId(),
    elementInstanceId: element.id,
    node: node.id,
    name,
    state: assignee === undefined ? 'created' : 'assigned',
    ...terms,
    ...(assignee === undefined ? {} : { assignee }),
    ...(node.documentation === undefined ? {} : { description: node.documentation }),
    ...(participation === undefined ? {} : { participation }),
    ...(deadline === undefined ? {} : { deadline: deadline.deadline }),
    createdAt: work.command.at,
    revision: 1,
  };
}

/** What this one task is called. A title that cannot be told stops no case: the task is called what its node is. */
function nameOf({ name, title }: UserTask, sight: Sight): string {
  const evaluated = title === undefined ? undefined : evaluateExpression(title, sight);
  const told = evaluated?.ok === true ? evaluated.value : undefined;
  return typeof told === 'string' && told !== '' ? told : name;
}

function assigneeOf(
  { id, assignee, assigneeOptional, candidateGroups }: UserTask,
  sight: Sight,
): Evaluated<Id<'Actor'> | undefined> {
  if (assignee === undefined) return { ok: true, value: undefined };

  const evaluated = evaluateExpression(assignee, sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (typeof value === 'string' && value !== '') return { ok: true, value: idOf(value) };
  // Nobody is named yet: the groups see the task, as they would without the expression.
  if (value === null && (assigneeOptional === true || candidateGroups.length > 0))
    return { ok: true, value: undefined };
  return expressionProblem(`Expected '${assignee}' to name who gets task '${id}', but got ${JSON.stringify(value)}`);
}

/** The checkpoint's code; a diagram that serves many checkpoints says `=kode` and is told it by its caller. */
function participationOf({ id, participation }: UserTask, sight: Sight): Evaluated<string | undefined> {
  const code = participation?.code;
  if (code === undefined || !code.startsWith('=')) return { ok: true, value: code };

  const evaluated = evaluateExpression(code.slice(1), sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (typeof value === 'string' && value !== '') return { ok: true, value };
  return expressionProblem(
    `Expected '${code}' to name the checkpoint of task '${id}', but got ${JSON.stringify(value)}`,
  );
}
