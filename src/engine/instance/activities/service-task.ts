import type { FeelSource } from '../../definition/activity-parts.js';
import type { FlowNode, JobUse } from '../../definition/flow-node.js';
import type { JsonObject } from '../../../shared/json.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import { evaluateText } from '../flow/feel-text.js';
import type { Problem } from '../flow/problem.js';
import type { JobInstance } from '../state/job-instance.js';
import type { ElementInstance } from '../state/process-instance.js';
import { variablesInSight } from '../flow/read-variables.js';
import { withoutCounters } from './sum-of-bodies.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

/** What a job asks for, and whether its element maps what the handler is told. */
interface JobRequest extends JobUse {
  readonly inputs: readonly unknown[];
}

/** Asks a handler to do the work of an element (BPMN 2.0.2 §10.3.3). */
export function openJob(work: WorkingCopy, element: ElementInstance, request: JobRequest): Problem | undefined {
  const type = evaluateText(request.jobType, sightFrom(work, element.id));
  if (!type.ok) return type.problem;
  const retries = retriesOf(work, request.retries, element);
  if (!retries.ok) return retries.problem;

  const { id: elementInstanceId, node } = element;
  const { headers, retryAfter } = request;
  const what = {
    node,
    type: type.value,
    headers,
    ...retries.value,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
  recordJob(work, { id: work.nextId(), elementInstanceId, ...what, failures: 0 }, variablesFor(work, request, element));
  return undefined;
}

/** How often the diagram lets a worker try; nothing where it leaves that to the worker. */
function retriesOf(
  work: WorkingCopy,
  source: FeelSource | undefined,
  element: ElementInstance,
): Evaluated<Pick<JobInstance, 'retries'>> {
  if (source === undefined) return { ok: true, value: {} };

  const evaluated = evaluateExpression(source, sightFrom(work, element.id));
  if (!evaluated.ok) return evaluated;
  const retries = Number(evaluated.value);
  return Number.isInteger(retries) && retries >= 0
    ? { ok: true, value: { retries } }
    : expressionProblem(
        `Expected '${source}' to be how often a job may be tried, but got ${JSON.stringify(evaluated.value)}`,
      );
}

type AskedAgain = Omit<JobInstance, 'retries'> & { readonly retries: number | undefined };

/** Asks again after a failure, under a new id: a late answer to the old question meets nothing, and nobody has the new one. */
export function askForJobAgain(
  work: WorkingCopy,
  node: FlowNode,
  { retries, lease: _lease, leases: _leases, retryAt: _retryAt, ...failed }: AskedAgain,
): void {
  const element = work.instance().elements.get(failed.elementInstanceId);
  work.record({ type: 'JobCancelled', jobId: failed.id, node: node.id });
  if (element === undefined) return;

  const drawn = retriesOf(work, retriesDrawnOn(node), element);
  const again = retries === undefined ? (drawn.ok ? drawn.value : {}) : { retries };
  const inputs = ('inputs' in node && node.inputs) || [];
  recordJob(work, { ...failed, id: work.nextId(), ...again }, variablesFor(work, { inputs }, element));
}

function retriesDrawnOn(node: FlowNode): FeelSource | undefined {
  if (node.kind === 'serviceTask') return node.retries;
  return 'work' in node && node.work.kind === 'job' ? node.work.retries : undefined;
}

/** What a handler or a called process is told: the inputs if the activity maps any, else every variable in sight. */
export function variablesFor(
  work: WorkingCopy,
  node: { readonly inputs: readonly unknown[] },
  element: ElementInstance,
): JsonObject {
  return node.inputs.length > 0 ? element.variables : withoutCounters(variablesInSight(work.instance(), element.id));
}

function recordJob(work: WorkingCopy, job: JobInstance, variables: JsonObject): void {
  work.record({ type: 'JobCreated', job, variables });
}
