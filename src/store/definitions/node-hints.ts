import type { ReadModelHint, UnversionedDefinition } from '../../engine/index.js';

/** Node id -> the stage or phase that begins there, and the register that its result goes to; nodes with none are left out. */
export type NodeHints = Readonly<Record<string, ReadModelHint>>;

/** What the diagram tells the read models. */
export const nodeHintsOf = (definition: UnversionedDefinition): NodeHints =>
  Object.fromEntries(
    [...definition.nodes.values()].filter(({ hint }) => Object.keys(hint).length > 0).map(({ id, hint }) => [id, hint]),
  );
