import type { JsonObject } from '../../../shared/json.js';
import type { StartEvent } from '../../definition/flow-node.js';
import { activateElement } from '../flow/activate-element.js';
import { bringToEvent } from './arrive-on-event.js';
import { emptyScope, withdrawWaits } from '../flow/element-work.js';
import { createToken } from '../flow/leave-node.js';
import { standInFor } from '../flow/pass-node.js';
import type { ElementInstance } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/**
 * Starts an event sub-process (BPMN 2.0.2 §13.5.4) in the scope that waited for its start event. An interrupting one
 * first ends everything else in the scope, and nothing else may start in it after.
 */
export function startEventSubProcess(
  work: WorkingCopy,
  start: StartEvent,
  { scope, variables }: { readonly scope: ElementInstance; readonly variables: JsonObject },
): void {
  reopen(work, scope);
  if (start.interrupting !== false) interrupt(work, scope);

  const token = createToken(work, scope.id, { node: start.scope });
  work.record({ type: 'NodeEntered', node: start.scope, tokenId: token.id });
  const element = standInFor(work, token, 'activating');
  work.record({ type: 'ElementActivated', element });
  bringToEvent(work, createToken(work, element.id, { node: start.id }), variables);
  activateElement(work, element);
}

/** A scope that was stuck at its very end is alive again: it ends when what begins now has ended. */
function reopen(work: WorkingCopy, { id, phase }: ElementInstance): void {
  if (phase !== 'completing') return;
  work.record({ type: 'ElementPhaseChanged', elementInstanceId: id, phase: 'activated' });
  resolveIncidentsOf(work, id);
}

function interrupt(work: WorkingCopy, { id }: ElementInstance): void {
  emptyScope(work, id);
  withdrawWaits(work, id, (waiting) => nodeOf(work, waiting).kind === 'startEvent');
  resolveIncidentsOf(work, id);
}

function resolveIncidentsOf(work: WorkingCopy, id: ElementInstance['id']): void {
  for (const incident of [...work.instance().incidents.values()].filter((one) => one.elementInstanceId === id)) {
    const { id: incidentId, node } = incident;
    work.record({ type: 'IncidentResolved', incidentId, node, by: work.command.actor.id });
  }
}
