import type { ReadModelHint, UnversionedDefinition } from '../../engine/index.js';

/** Node id -> the stage or phase that begins when the node is entered; nodes without either are left out. */
export type NodeHints = Readonly<Record<string, ReadModelHint>>;

/** What the diagram tells the read models. */
export const nodeHintsOf = (definition: UnversionedDefinition): NodeHints =>
  Object.fromEntries(
    [...definition.nodes.values()]
      .filter(({ hint }) => hint.stage !== undefined || hint.phase !== undefined)
      .map(({ id, hint }) => [id, hint]),
  );
