import { labelOf } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';

/** What people call a node of a case: its name in the diagram it runs on, or its id if that is not known. */
export function nodeNameIn(definition: ProcessDefinition | undefined, id: string): string {
  const node = definition?.nodes.get(id);
  return node === undefined ? id : labelOf(node);
}
