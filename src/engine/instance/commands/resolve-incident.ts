import type { FlowNode } from '../../definition/flow-node.js';
import { activateElement } from '../flow/activate-element.js';
import { requestCalledProcess } from '../activities/call-activity.js';
import type { ResolveIncident } from './command.js';
import { completeAgain } from '../flow/complete-element.js';
import { reject, type Decision } from './decision.js';
import { awaitEvents } from '../gateways/event-based-gateway.js';
import { takeUp, whereItStopped } from '../flow/hold-agenda.js';
import type { ElementInstance, Incident } from '../state/process-instance.js';
import { raiseIncident } from '../flow/run-phase.js';
import { askForJobAgain } from '../activities/service-task.js';
import { settle } from './settle.js';
import { beginProcess } from '../events/begin-process.js';
import { throwAgain } from '../events/throw-event.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import { writeVariables } from '../flow/write-variables.js';

/** Decides what follows when an operator wants the failed phase to run again, with changed variables if given. */
export function resolveIncident(
  work: WorkingCopy,
  { incidentId, variables = {}, retries, actor }: ResolveIncident,
): Decision {
  const incident = work.instance().incidents.get(incidentId);
  if (incident === undefined) return reject({ reason: 'incident-not-found', incidentId });

  work.record({ type: 'IncidentResolved', incidentId, node: incident.node, by: actor.id });
  writeVariables(work, variables, { from: whereItStopped(work, incident), home: 'process' });
  const { pending } = incident;
  if (pending !== undefined) takeUp(work, pending);
  const element = pending === undefined ? work.instance().elements.get(incident.elementInstanceId) : undefined;
  if (element !== undefined) runAgain(work, element, { ...incident, ...(retries === undefined ? {} : { retries }) });
  return settle(work);
}

function runAgain(work: WorkingCopy, element: ElementInstance, incident: Resolved): void {
  if (element.parentId === undefined) return runProcessAgain(work, element);

  const node = nodeOf(work, element.node);
  switch (element.phase) {
    case 'activating':
      return activateAgain(work, element, node);
    case 'completing':
      return completeAgain(work, element.id);
    default:
      return askAgain(work, element, { node, incident });
  }
}

function activateAgain(work: WorkingCopy, element: ElementInstance, node: FlowNode): void {
  if (node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent') return throwAgain(work, element, node.result);
  if (node.kind === 'eventBasedGateway') return awaitEvents(work, node, element);
  if (node.kind !== 'complexGateway') return activateElement(work, element);
  // Its token waits again; whether it may go on is asked when everything else has come to rest.
  work.record({ type: 'ElementEnded', elementInstanceId: element.id, node: node.id, how: 'terminated' });
}

function runProcessAgain(work: WorkingCopy, root: ElementInstance): void {
  if (root.phase === 'activating') beginProcess(work, root);
  else work.enqueue({ kind: 'resume', elementInstanceId: root.id });
}

/** An incident, and how often its job may be tried now. */
interface Resolved extends Incident {
  readonly retries?: number;
}

interface Question {
  readonly node: FlowNode;
  readonly incident: Resolved;
}

/** The element itself is in order: what it waits for outside failed and is asked for anew. */
function askAgain(work: WorkingCopy, element: ElementInstance, { node, incident }: Question): void {
  const job = incident.jobId === undefined ? undefined : work.instance().jobs.get(incident.jobId);
  if (job !== undefined) return askForJobAgain(work, node, { ...job, retries: incident.retries });
  if (node.kind === 'callActivity' && element.calledInstanceId !== undefined) {
    const problem = requestCalledProcess(work, node, element);
    return problem === undefined ? undefined : raiseIncident(work, element, problem);
  }
  work.enqueue({ kind: 'resume', elementInstanceId: element.id });
}
