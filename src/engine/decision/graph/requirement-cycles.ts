import { error, type Diagnostic } from '../../xml/diagnostic.js';
import type { DecisionModel, DecisionNode } from './decision-model.js';

/** Decisions that need their own result to be made (DMN 1.5 §6.3.1), each circle once, with the way round. */
export function requirementCycles({ nodes }: DecisionModel): readonly Diagnostic[] {
  const done = new Set<string>();
  const found: Diagnostic[] = [];

  const visit = (node: DecisionNode, way: readonly DecisionNode[]): void => {
    if (done.has(node.key)) return;
    const at = way.indexOf(node);
    if (at >= 0) {
      found.push(describeCycle([...way.slice(at), node]));
      return;
    }
    for (const { key } of node.requires) {
      const next = nodes.get(key);
      if (next?.kind === 'decision') visit(next, [...way, node]);
    }
    done.add(node.key);
  };
  for (const node of nodes.values()) if (node.kind === 'decision') visit(node, []);
  return found;
}

function describeCycle(circle: readonly DecisionNode[]): Diagnostic {
  const way = circle.map(({ name }) => name).join(' → ');
  return error('requirement-cycle', circle[0]?.id ?? null, {
    message: `Expected decisions that can be made one after the other, but they go in a circle: ${way}`,
    melding: `Beslutningene bygger på hverandre i ring: ${way}. Ta bort en av pilene.`,
  });
}
