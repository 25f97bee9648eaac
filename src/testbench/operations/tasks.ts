import { evolve, variablesInSight, type ProcessInstance, type UserTaskInstance } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { instanceIdOf } from '../host/case-book.js';
import { sightOf } from '../host/sight-of.js';
import { notFound } from '../refusal.js';
import type { Operation } from './operation.js';

/** The work of people: what is open, or what has come to the state that is asked for. */
export const tasks: Operation = (bench, request) => {
  const [asked, state] = [request.optionalText('instance'), request.optionalText('state')];
  const found = bench.host.cases
    .asked(asked)
    .flatMap((instance) => [
      ...Array.from(instance.userTasks.values(), (task) => taskAnswer(bench, instance, task)),
      ...(state === 'completed' || state === 'cancelled' ? endedTasks(bench, instance.id) : []),
    ]);
  return { tasks: found.filter((task) => state === undefined || task['state'] === state) };
};

/** A task that is open, with the instance it belongs to. */
export function openTask(
  bench: Bench,
  id: string,
): { readonly instance: ProcessInstance; readonly task: UserTaskInstance } {
  const instance = bench.host.cases.find(instanceIdOf(id));
  const task = instance && [...instance.userTasks.values()].find((one) => one.id === id);
  if (instance === undefined || task === undefined) throw notFound('open task', id);
  return { instance, task };
}

/** A task as the protocol tells it. */
export function taskAnswer(bench: Bench, instance: ProcessInstance, task: UserTaskInstance): JsonObject {
  const node = bench.host.processOf(instance, instance.id).definition.nodes.get(task.node);
  const own =
    node !== undefined && 'inputs' in node && (node.inputs?.length ?? 0) > 0
      ? (instance.elements.get(task.elementInstanceId)?.variables ?? {})
      : variablesInSight(instance, task.elementInstanceId);
  return {
    id: task.id,
    element: task.node,
    name: task.name,
    description: node?.documentation ?? null,
    instance: instance.id,
    process: instance.definition.key,
    assignee: task.assignee ?? null,
    owner: task.owner ?? null,
    candidateUsers: task.candidateUsers ?? [],
    candidateGroups: task.candidateGroups,
    priority: task.priority ?? null,
    dueAt: task.dueAt ?? task.deadline?.dueAt ?? null,
    followUpAt: task.followUpAt ?? null,
    form: task.form ?? null,
    state: task.state,
    variables: sightOf(bench.host.options, instance, task.elementInstanceId) ?? own,
  };
}

/** Tasks that have ended, as they were just before, found by living through the journal again. */
function endedTasks(bench: Bench, id: string): readonly JsonObject[] {
  const found: JsonObject[] = [];
  let instance: ProcessInstance | undefined;
  for (const { event } of bench.host.cases.journal(id)) {
    if (instance !== undefined && (event.type === 'UserTaskCompleted' || event.type === 'UserTaskCancelled')) {
      const task = instance.userTasks.get(event.userTaskId);
      const state = event.type === 'UserTaskCompleted' ? 'completed' : 'cancelled';
      if (task !== undefined) found.push({ ...taskAnswer(bench, instance, task), state });
    }
    instance = evolve(instance, event);
  }
  return found;
}
