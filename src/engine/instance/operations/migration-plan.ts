import type { FlowNode } from '../../definition/flow-node.js';
import type { ProcessDefinition } from '../../definition/process-definition.js';

/** A mapping that somebody may look at and change before an instance is migrated by it. */
export interface MigrationPlan {
  readonly mapping: Readonly<Record<string, string>>;
  /** Nodes of the old version that seem to have no place in the new one. */
  readonly unmapped: readonly string[];
}

/**
 * Proposes where each node of one version goes in another: to the node of the same id and kind, else to the only one of the
 * same kind and name in the same scope. What is proposed may still be refused when something alive stands in the way.
 */
export function migrationPlanOf(from: ProcessDefinition, to: ProcessDefinition): MigrationPlan {
  const found = [...from.nodes.values()].map((node) => [node.id, counterpartOf(node, from, to)] as const);
  const mapped = found.flatMap(([id, target]) => (target === undefined ? [] : [[id, target] as const]));
  return {
    mapping: Object.fromEntries(mapped),
    unmapped: found.filter(([, target]) => target === undefined).map(([id]) => id),
  };
}

function counterpartOf(node: FlowNode, from: ProcessDefinition, to: ProcessDefinition): string | undefined {
  if (to.nodes.get(node.id)?.kind === node.kind) return node.id;

  const alike = [...to.nodes.values()].filter((one) => {
    const isFree = from.nodes.get(one.id)?.kind !== one.kind;
    const isThere = one.scope === node.scope || (one.scope === to.key && node.scope === from.key);
    return isFree && isThere && one.kind === node.kind && one.name === node.name;
  });
  return alike.length === 1 ? alike[0]?.id : undefined;
}
