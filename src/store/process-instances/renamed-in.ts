import type { ProcessInstance } from '../../engine/index.js';
import type { Change } from './change.js';

type Alive<Key> = ReadonlyMap<Key, { readonly node: string }>;

/** What stood before a change, and stands on a node of another name after it: the case goes on with another version. */
export function renamedIn<Key>(
  { before, after }: Change,
  aliveIn: (instance: ProcessInstance) => Alive<Key>,
): readonly Key[] {
  if (before === undefined || before.definition === after.definition) return [];

  const now = aliveIn(after);
  return [...aliveIn(before)].filter(([id, { node }]) => (now.get(id)?.node ?? node) !== node).map(([id]) => id);
}
