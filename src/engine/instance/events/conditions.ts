import type { FeelSource } from '../../definition/activity-parts.js';
import type { EventTrigger } from '../../definition/event-definition.js';
import { evaluateExpression } from '../flow/evaluate-mappings.js';
import type { Problem } from '../flow/problem.js';
import type { ConditionSubscription, ElementInstance } from '../state/process-instance.js';
import { triggerOf } from './trigger-of.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

type ConditionalTrigger = Extract<EventTrigger, { readonly kind: 'conditional' }>;

/** Begins to watch the condition of an event (BPMN 2.0.2 §10.5.5). It is asked when nothing else is left to do. */
export function watchCondition(
  work: WorkingCopy,
  element: ElementInstance,
  event: { readonly node: string; readonly part?: number; readonly trigger: ConditionalTrigger },
): Problem | undefined {
  const { trigger, ...place } = event;
  const asked = evaluateExpression(trigger.condition, sightFrom(work, element.id));
  if (!asked.ok) return asked.problem;

  const id = work.nextId<'Subscription'>();
  const subscription = { kind: 'condition', id, elementInstanceId: element.id, ...place, held: false } as const;
  work.record({ type: 'EventSubscribed', subscription });
  return undefined;
}

/**
 * Asks every watched condition, and gives the first that has become true; undefined when none has. The others that have
 * are asked again afterwards: what the first one changes may have made them false. A condition that has no value any more
 * does not hold.
 */
export function conditionThatHolds(work: WorkingCopy): ConditionSubscription | undefined {
  let risen: ConditionSubscription | undefined;
  for (const one of [...work.instance().subscriptions.values()]) {
    if (one.kind !== 'condition' || work.isOnHold(one.id)) continue;
    const held = holdsNow(work, one);
    if (held) risen ??= one.held ? undefined : one;
    else if (one.held) work.record({ type: 'ConditionAsked', subscriptionId: one.id, node: one.node, held });
  }
  return risen;
}

/** Whether a watched condition holds at this moment; one that has no value does not. */
export function holdsNow(work: WorkingCopy, subscription: ConditionSubscription): boolean {
  const condition = conditionOf(work, subscription);
  if (condition === undefined) return false;
  const asked = evaluateExpression(condition, sightFrom(work, subscription.elementInstanceId));
  return asked.ok && asked.value === true;
}

function conditionOf(work: WorkingCopy, { node, part }: ConditionSubscription): FeelSource | undefined {
  const trigger = triggerOf(nodeOf(work, node), part);
  return trigger?.kind === 'conditional' ? trigger.condition : undefined;
}
