import type { EventTrigger } from '../../definition/event-definition.js';
import type { FlowNode } from '../../definition/flow-node.js';

/** What a node waits for, or one trigger of a multiple event; undefined for a node that waits for no event. */
export function triggerOf(node: FlowNode, part?: number): EventTrigger | undefined {
  const trigger = 'trigger' in node ? node.trigger : undefined;
  return part !== undefined && trigger?.kind === 'multiple' ? trigger.triggers[part] : trigger;
}

/** Whether an event leaves what it sits on or stands in as it is, so that it may occur again (BPMN 2.0.2 §10.5.4, §10.5.6). */
export const isNonInterrupting = (node: FlowNode): boolean =>
  (node.kind === 'boundaryEvent' || node.kind === 'startEvent') && node.interrupting === false;

/** Whether all triggers of an event must have come before it occurs (BPMN 2.0.2 §10.5.5). */
export function isParallelMultiple(node: FlowNode): boolean {
  const trigger = triggerOf(node);
  return trigger?.kind === 'multiple' && trigger.parallel;
}
