import type { EventTrigger, FlowNode, UnversionedDefinition } from '../../engine/index.js';

/** A node at which a message or signal starts instances. */
export interface EventStart {
  readonly startEvent: string;
  readonly kind: 'message' | 'signal';
  /** Name of the message or signal. */
  readonly name: string;
}

/**
 * Where messages and signals start a process (BPMN 2.0.2 §10.5.2.3): its start events, receive tasks that instantiate it, and
 * the events behind an event-based gateway that does.
 */
export function eventStartsOf(definition: UnversionedDefinition): readonly EventStart[] {
  const root = definition.scopes.get(definition.key);
  const nodes = (root?.nodes ?? []).flatMap((id) => definition.nodes.get(id) ?? []);
  return nodes.flatMap((node) => startingNodes(definition, node)).flatMap((node) => startsAt(node));
}

function startingNodes({ nodes, flows }: UnversionedDefinition, node: FlowNode): readonly FlowNode[] {
  if (node.kind === 'startEvent') return [node];
  if (node.kind === 'receiveTask') return node.instantiate === true ? [node] : [];
  if (node.kind !== 'eventBasedGateway' || !node.instantiate) return [];
  return node.outgoing.flatMap((flow) => nodes.get(flows.get(flow)?.target ?? '') ?? []);
}

const startsAt = (node: FlowNode): readonly EventStart[] =>
  'trigger' in node ? namesOf(node.trigger).map((named) => ({ startEvent: node.id, ...named })) : [];

function namesOf(trigger: EventTrigger): readonly Omit<EventStart, 'startEvent'>[] {
  if (trigger.kind === 'message') return [{ kind: 'message', name: trigger.message }];
  if (trigger.kind === 'signal') return [{ kind: 'signal', name: trigger.signal }];
  // All triggers of a parallel multiple event must come before it starts anything: no single one does.
  return trigger.kind === 'multiple' && !trigger.parallel ? trigger.triggers.flatMap(namesOf) : [];
}
