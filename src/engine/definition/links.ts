import type { FlowNode } from './flow-node.js';

/** Names of the links that a node throws (BPMN 2.0.2 §10.5.5). */
export function linksFrom(node: FlowNode): readonly string[] {
  if (node.kind !== 'intermediateThrowEvent' && node.kind !== 'endEvent') return [];
  const results = node.result.kind === 'multiple' ? node.result.results : [node.result];
  return results.flatMap((result) => (result.kind === 'link' ? [result.link] : []));
}

/** Names of the links that a node catches. */
export const linksInto = (node: FlowNode): readonly string[] =>
  node.kind === 'intermediateCatchEvent' && node.trigger.kind === 'link' ? [node.trigger.link] : [];
