import { labelOf } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';

/** What people call a node of a case whose parts have diagrams of their own: its name in the first diagram that has it. */
export const nodeNameAmong =
  (definitions: readonly (ProcessDefinition | undefined)[]) =>
  (id: string): string =>
    nodeNameIn(
      definitions.find((definition) => definition?.nodes.has(id)),
      id,
    );

/** What people call a node of a case: its name in the diagram it runs on, or its id if that is not known. */
export function nodeNameIn(definition: ProcessDefinition | undefined, id: string): string {
  const node = definition?.nodes.get(id);
  return node === undefined ? id : labelOf(node);
}
