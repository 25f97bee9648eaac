import type { FlowNode } from '../definition/flow-node.js';
import type { UnversionedDefinition } from '../definition/process-definition.js';

/** A parallel split and everything up to its join, each branch closed in itself. */
export interface ParallelBlock {
  readonly split: string;
  readonly join: string;
  readonly branches: readonly ParallelBranch[];
}

/** The nodes of one branch, its first one first. */
export interface ParallelBranch {
  readonly first: string;
  readonly nodes: ReadonlySet<string>;
}

/**
 * The block that a parallel gateway opens, when the diagram is structured there: some parallel gateway joins exactly its
 * branches, no flow jumps in or out, and no two branches share a node. Undefined otherwise.
 */
export function parallelBlockAt(definition: UnversionedDefinition, split: FlowNode): ParallelBlock | undefined {
  if (split.kind !== 'parallelGateway' || split.outgoing.length < 2) return undefined;

  const firsts = followersOf(definition, split.id);
  const joins = [...definition.nodes.values()].filter(
    (node) => node.kind === 'parallelGateway' && node.scope === split.scope && node.incoming.length === firsts.length,
  );
  for (const { id: join } of joins) {
    if (join === split.id) continue;
    const branches = firsts.map((first) => ({ first, nodes: reachedBefore(definition, first, join) }));
    if (branches.every((branch) => isClosed(definition, branch, { split: split.id, join })) && areApart(branches)) {
      return { split: split.id, join, branches };
    }
  }
  return undefined;
}

/** The nodes that a node leads to, boundary events of its own included. */
export function followersOf({ nodes, flows }: UnversionedDefinition, id: string): readonly string[] {
  const node = nodes.get(id);
  if (node === undefined) return [];
  const attached = 'boundaryEvents' in node ? node.boundaryEvents : [];
  return [...node.outgoing.flatMap((flow) => flows.get(flow)?.target ?? []), ...attached];
}

function reachedBefore(definition: UnversionedDefinition, first: string, join: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === join || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...followersOf(definition, id));
  }
  return reached;
}

function isClosed(
  definition: UnversionedDefinition,
  { first, nodes }: ParallelBranch,
  { split, join }: Pick<ParallelBlock, 'split' | 'join'>,
): boolean {
  let waysToJoin = 0;
  for (const id of nodes) {
    const followers = followersOf(definition, id);
    if (id === split || followers.length === 0) return false;
    waysToJoin += followers.filter((follower) => follower === join).length;
    const sources = (definition.nodes.get(id)?.incoming ?? []).map((flow) => definition.flows.get(flow)?.source ?? '');
    if (sources.some((source) => !nodes.has(source) && !(id === first && source === split))) return false;
  }
  return waysToJoin === 1;
}

const areApart = (branches: readonly ParallelBranch[]): boolean =>
  new Set(branches.flatMap(({ nodes }) => [...nodes])).size ===
  branches.reduce((count, { nodes }) => count + nodes.size, 0);
