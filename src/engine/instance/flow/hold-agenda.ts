import type { AgendaStep } from '../state/agenda-step.js';
import type { Incident } from '../state/process-instance.js';
import { rootOf } from './read-variables.js';
import { raiseIncident } from './run-phase.js';
import type { WorkingCopy } from './working-copy.js';

/**
 * Stops for want of budget: everything that is still to do is kept, in its order, with one incident of the process that
 * names the node where it stopped. Nothing overtakes a step that is kept; resolving the incident goes on with the first.
 */
export function holdAgenda(work: WorkingCopy, steps: readonly AgendaStep[], budget: number): void {
  const pending = steps.filter((step) => !isVoid(work, step));
  const node = pending[0] && placeOf(work, pending[0])?.node;
  if (node === undefined) return;
  const message = `Expected the process to come to rest within ${budget} steps, but at '${node}' it had not`;
  raiseIncident(work, rootOf(work.instance()), { code: 'LOOP_LIMIT', node, message, pending });
}

/** Whether what a step is about is no more: taking it would change nothing. */
export const isVoid = (work: WorkingCopy, step: AgendaStep): boolean => placeOf(work, step) === undefined;

interface Place {
  readonly node: string;
  /** From where variables are seen. */
  readonly elementInstanceId: Incident['elementInstanceId'];
}

function placeOf(work: WorkingCopy, step: AgendaStep): Place | undefined {
  const { tokens, elements, subscriptions } = work.instance();
  if (step.kind === 'enter') {
    const token = tokens.get(step.tokenId);
    return token && { node: token.node, elementInstanceId: token.scopeInstanceId };
  }
  const { elementInstanceId } = step;
  if (step.kind === 'occur') {
    const subscription = subscriptions.get(step.subscriptionId);
    return subscription && { node: subscription.node, elementInstanceId };
  }
  const element = elements.get(elementInstanceId);
  return element && { node: element.node, elementInstanceId };
}

/** The element from which the variables of whoever resolves an incident are seen. */
export function whereItStopped(
  work: WorkingCopy,
  { pending, elementInstanceId }: Incident,
): Place['elementInstanceId'] {
  const place = pending?.[0] && placeOf(work, pending[0]);
  return place?.elementInstanceId ?? elementInstanceId;
}

/** Goes on with what an incident has kept, in the order in which it was to be done. */
export function takeUp(work: WorkingCopy, pending: readonly AgendaStep[]): void {
  for (const step of pending) work.enqueue(step);
  const resumed = new Set(pending.flatMap((step) => (step.kind === 'resume' ? [step.elementInstanceId] : [])));
  // An element that was on hold may have been passed over while it was.
  for (const step of pending) {
    const { kind } = step;
    if (kind === 'enter' || kind === 'resume' || resumed.has(step.elementInstanceId)) continue;
    work.enqueue({ kind: 'resume', elementInstanceId: step.elementInstanceId });
  }
}

/**
 * Closes an incident by itself whose first step is about something that has been taken away since: what went round is gone,
 * and the rest goes on. Answers whether there was one.
 */
export function takeUpWhatIsFree(work: WorkingCopy): boolean {
  for (const { id: incidentId, node, code, pending } of work.instance().incidents.values()) {
    const [first] = pending ?? [];
    if (code !== 'LOOP_LIMIT' || first === undefined || !isVoid(work, first)) continue;
    work.record({ type: 'IncidentResolved', incidentId, node, by: work.command.actor.id });
    work.release(pending ?? []);
    takeUp(work, pending ?? []);
    return true;
  }
  return false;
}
