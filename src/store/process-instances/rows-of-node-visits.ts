import type { ProcessInstance } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';

/** How much more often a node was entered and completed, and how many tokens stand on it after the change. */
export interface NodeVisitRow {
  readonly instance: string;
  readonly node: string;
  readonly entered: number;
  readonly completed: number;
  readonly active: number;
  readonly lastAt: Instant;
}

/** The nodes that a change came to, left or passed. */
export function rowsOfNodeVisits(change: Change): readonly NodeVisitRow[] {
  const entered = countByNode(eventsOf(change, 'NodeEntered'));
  const completed = countByNode(eventsOf(change, 'NodeCompleted'));
  const stood = tokensByNode(change.before);
  const stands = tokensByNode(change.after);

  return [...new Set([entered, completed, stood, stands].flatMap((counts) => [...counts.keys()]))]
    .map((node) => ({
      instance: change.after.id,
      node,
      entered: entered.get(node) ?? 0,
      completed: completed.get(node) ?? 0,
      active: stands.get(node) ?? 0,
      lastAt: change.command.at,
    }))
    .filter((row) => row.entered + row.completed > 0 || row.active !== (stood.get(row.node) ?? 0));
}

const tokensByNode = (instance: ProcessInstance | undefined): ReadonlyMap<string, number> =>
  countByNode([...(instance?.tokens.values() ?? [])]);

function countByNode(items: readonly { readonly node: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { node } of items) counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
}
