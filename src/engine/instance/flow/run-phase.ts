import type { ElementInstance } from '../state/process-instance.js';
import type { Problem } from './problem.js';
import type { WorkingCopy } from './working-copy.js';

/**
 * Runs one phase of an element's life (engine design §2.3). It happens wholly, or leaves nothing behind but an incident
 * on `stuck`, the element in the phase that failed.
 */
export function runPhase(work: WorkingCopy, run: () => Problem | undefined, stuck: () => ElementInstance): void {
  const problem = work.attempt(run);
  if (problem !== undefined) raiseIncident(work, stuck(), problem);
}

/** Records that an element is stuck in the phase it is given with. */
export function raiseIncident(work: WorkingCopy, element: ElementInstance, { thrown, ...problem }: Problem): void {
  const { node, tokenId } = element;
  const token = tokenId === undefined ? {} : { tokenId };
  if (thrown !== undefined) work.record({ type: 'EventThrown', node, kind: 'error', ...thrown, ...token });
  const known = work.instance().elements.get(element.id);
  if (known === undefined) work.record({ type: 'ElementActivated', element });
  else if (known.phase !== element.phase) {
    work.record({ type: 'ElementPhaseChanged', elementInstanceId: element.id, phase: element.phase });
  }
  const incident = { id: work.nextId<'Incident'>(), elementInstanceId: element.id, node, ...problem };
  work.record({ type: 'IncidentRaised', incident });
  work.hold(problem.pending ?? []);
}
