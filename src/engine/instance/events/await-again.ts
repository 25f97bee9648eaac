import type { AgendaStep } from '../state/agenda-step.js';
import type { ElementInstance } from '../state/process-instance.js';
import { openTrigger } from './event-trigger.js';
import { raiseIncident } from '../flow/run-phase.js';
import { triggerOf } from './trigger-of.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/**
 * Begins to wait anew for an event that has occurred and may occur again. Where that cannot be, its element gets an
 * incident, and waits for it when that is resolved.
 */
export function awaitAgain(work: WorkingCopy, step: Extract<AgendaStep, { readonly kind: 'await' }>): void {
  const { elementInstanceId, node: id } = step;
  const element = work.instance().elements.get(elementInstanceId);
  const node = work.world.process.definition.nodes.get(id);
  const trigger = node && triggerOf(node);
  // A migration may have begun to wait for it, or have done away with it.
  if (element === undefined || trigger === undefined || isAwaited(work, element, id)) return;

  const problem = work.attempt(() => openTrigger(work, element, { id, trigger }));
  if (problem !== undefined) return raiseIncident(work, element, { ...problem, node: id, pending: [step] });
  // A condition that has just occurred holds: it occurs again when it has been false in between.
  for (const one of work.groups().subscriptions.of(elementInstanceId)) {
    if (one.node !== id || one.kind !== 'condition') continue;
    work.record({ type: 'ConditionAsked', subscriptionId: one.id, node: id, held: true });
  }
}

function isAwaited(work: WorkingCopy, { id }: ElementInstance, node: string): boolean {
  const { timers, subscriptions } = work.groups();
  return [...timers.of(id), ...subscriptions.of(id)].some((one) => one.node === node);
}
