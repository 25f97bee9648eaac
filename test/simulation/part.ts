import type { NodeSketch, ScopeSketch } from '../support/process-builder.js';

/** A part of a diagram with the nodes where it begins and ends. */
export interface Part extends ScopeSketch {
  readonly first: string;
  readonly last: string;
}

/** A node that is a part by itself. */
export const alone = (node: NodeSketch): Part => ({ nodes: [node], flows: [], first: node.id, last: node.id });
