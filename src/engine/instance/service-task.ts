import type { ServiceTask } from '../definition/flow-node.js';
import type { JsonObject } from '../../shared/json.js';
import type { ElementInstance, JobInstance } from './process-instance.js';
import { variablesInSight } from './read-variables.js';
import type { WorkingCopy } from './working-copy.js';

/** Asks the handler of a service task to work (BPMN 2.0.2 §10.3.3.1). */
export function createJob(work: WorkingCopy, node: ServiceTask, element: ElementInstance): void {
  const { id: elementInstanceId } = element;
  const what = { node: node.id, type: node.jobType, headers: node.headers };
  recordJob(work, { id: work.nextId(), elementInstanceId, ...what, failures: 0 }, variablesFor(work, node, element));
}

/** Asks again after a failure, under a new id: a late answer to the old question meets nothing. */
export function createJobAgain(work: WorkingCopy, node: ServiceTask, failed: JobInstance): void {
  const element = work.instance().elements.get(failed.elementInstanceId);
  work.record({ type: 'JobCancelled', jobId: failed.id, node: node.id });
  if (element !== undefined) recordJob(work, { ...failed, id: work.nextId() }, variablesFor(work, node, element));
}

/** What a handler or a called process is told: the inputs if the activity maps any, else every variable in sight. */
export function variablesFor(
  work: WorkingCopy,
  node: { readonly inputs: readonly unknown[] },
  element: ElementInstance,
): JsonObject {
  return node.inputs.length > 0 ? element.variables : variablesInSight(work.instance(), element.id);
}

function recordJob(work: WorkingCopy, job: JobInstance, variables: JsonObject): void {
  work.record({ type: 'JobCreated', job, variables });
}
