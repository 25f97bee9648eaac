import type { FlowNode } from '../../definition/flow-node.js';
import type { ProcessDefinition } from '../../definition/process-definition.js';
import type { Rejection } from '../commands/decision.js';

/** Where a process begins, or why nobody can tell. */
export type FirstNodes =
  { readonly ok: true; readonly nodes: readonly string[] } | { readonly ok: false; readonly rejection: Rejection };

/**
 * Where a process begins (BPMN 2.0.2 §13.2): at the start event that occurred; else at its only none start event; and
 * where no start event is drawn at all, at every node that no flow leads to.
 */
export function firstNodesOf(definition: ProcessDefinition, startEvent: string | undefined): FirstNodes {
  const { key: processKey, scopes, nodes } = definition;
  const startEvents = scopes.get(processKey)?.startEvents ?? [];
  const missing: FirstNodes = { ok: false, rejection: { reason: 'no-start-event', processKey } };
  if (startEvent !== undefined) {
    return mayBegin(definition, startEvent) ? { ok: true, nodes: [startEvent] } : missing;
  }
  const first =
    startEvents.length === 0 ? nodesWithoutWayIn(definition, processKey) : startEvents.filter(isPlain(nodes));
  if (startEvents.length > 0 && first.length > 1) {
    return { ok: false, rejection: { reason: 'ambiguous-start', processKey, startEvents: first } };
  }
  return first.length === 0 ? missing : { ok: true, nodes: first };
}

/** Whether a process may begin at a node because its event has occurred: a start event, or what stands in for one. */
function mayBegin({ key, scopes, nodes, flows }: ProcessDefinition, id: string): boolean {
  const node = nodes.get(id);
  if (node === undefined || scopes.get(key)?.nodes.includes(id) !== true) return false;
  if (node.kind === 'startEvent' || isInstantiating(node)) return true;
  return node.incoming.some((flow) => isInstantiating(nodes.get(flows.get(flow)?.source ?? '')));
}

const isInstantiating = (node: FlowNode | undefined): boolean =>
  (node?.kind === 'receiveTask' || node?.kind === 'eventBasedGateway') && node.instantiate === true;

const isPlain =
  (nodes: ProcessDefinition['nodes']) =>
  (id: string): boolean => {
    const node = nodes.get(id);
    return node?.kind === 'startEvent' && node.trigger.kind === 'none';
  };

/** The nodes of a scope that no flow leads to and that nothing else than the scope's beginning lets begin. */
export function nodesWithoutWayIn({ scopes, nodes }: ProcessDefinition, scopeId: string): readonly string[] {
  const inside = scopes.get(scopeId)?.nodes ?? [];
  return inside.filter((id) => {
    const node = nodes.get(id);
    return node !== undefined && node.incoming.length === 0 && !beginsOtherwise(node);
  });
}

const beginsOtherwise = (node: FlowNode): boolean =>
  node.kind === 'boundaryEvent' ||
  node.kind === 'eventSubProcess' ||
  ('isForCompensation' in node && node.isForCompensation === true) ||
  ('instantiate' in node && node.instantiate === true) ||
  (node.kind === 'intermediateCatchEvent' && node.trigger.kind === 'link');
