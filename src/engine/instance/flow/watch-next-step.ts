import type { Incident } from '../state/process-instance.js';
import { isAnswerAwaited, isNextStepOwned } from '../state/next-step.js';
import { raiseIncident } from './run-phase.js';
import type { WorkingCopy } from './working-copy.js';

/**
 * Keeps invariant W at the end of a decision: an instance whose next step nobody owns gets an incident, `UNTOUCHED`, which closes
 * by itself as soon as somebody does.
 */
export function watchNextStep(work: WorkingCopy): void {
  const instance = work.instance();
  if (instance.state !== 'active') return;

  const reports = [...instance.incidents.values()].filter(({ code }) => code === 'UNTOUCHED');
  if (reports.length === 0 && work.world.watchesNextStep !== true) return;
  if (isNextStepOwned(instance)) closeAll(work, reports);
  else if (reports.length === 0 && !isAnswerAwaited(instance)) raiseUntouched(work);
}

/** Records that nobody owns the next step of an instance. */
export function raiseUntouched(work: WorkingCopy): void {
  const root = [...work.instance().elements.values()].find(({ parentId }) => parentId === undefined);
  if (root === undefined) return;

  const message = 'Expected a task with a due date, a timer or an incident to bring the case on, but there is none';
  raiseIncident(work, root, { code: 'UNTOUCHED', message });
}

function closeAll(work: WorkingCopy, reports: readonly Incident[]): void {
  const by = work.command.actor.id;
  for (const { id: incidentId, node } of reports) work.record({ type: 'IncidentResolved', incidentId, node, by });
}
