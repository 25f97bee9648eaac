import { describeWaysOn } from './describe-ways-on.js';
import { flowOrder } from './flow-order.js';
import type { FlowNode } from './flow-node.js';
import { isSilentGateway, labelOf } from './node-label.js';
import type { UnversionedDefinition } from './process-definition.js';

/** One node of a process in words. */
export interface DescribedNode {
  readonly node: string;
  readonly kind: FlowNode['kind'];
  /** The name in the diagram, or what the node is when it has none. */
  readonly name: string;
  /** How many sub-processes it stands in. */
  readonly depth: number;
  /** Each way on as one plain Norwegian sentence. */
  readonly next: readonly string[];
}

/**
 * The text twin of a diagram: every node in reading order with its ways on, for those who do not see the drawing.
 * Gateways where ways only meet are left out: no token ever stands there.
 */
export function describeProcess(definition: UnversionedDefinition): readonly DescribedNode[] {
  return flowOrder(definition).flatMap((id) => {
    const node = definition.nodes.get(id);
    if (node === undefined || isSilentGateway(node)) return [];
    const { kind } = node;
    return [
      { node: id, kind, name: labelOf(node), depth: depthOf(definition, node), next: describeWaysOn(definition, node) },
    ];
  });
}

function depthOf({ scopes }: UnversionedDefinition, node: FlowNode): number {
  let depth = 0;
  for (let scope = scopes.get(node.scope); scope?.parent !== undefined; scope = scopes.get(scope.parent)) depth++;
  return depth;
}
