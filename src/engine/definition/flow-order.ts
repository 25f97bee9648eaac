import { innerScope } from './inner-scope.js';
import type { UnversionedDefinition } from './process-definition.js';

/**
 * The ids of all nodes in the order in which people read a process: along the flows from the start, the first way out
 * first, a join after everything that leads to it, boundary events after their activity, a sub-process's content after it.
 */
export function flowOrder(definition: UnversionedDefinition): readonly string[] {
  return orderedScope(definition, definition.key);
}

function orderedScope(definition: UnversionedDefinition, scopeId: string): readonly string[] {
  const scope = definition.scopes.get(scopeId);
  if (scope === undefined) return [];

  const finished: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id) || definition.nodes.get(id) === undefined) return;
    seen.add(id);
    followers(definition, id).toReversed().forEach(visit);
    finished.push(id);
  };
  // Finished last is read first: walking backwards puts the first start event and the first way out in front.
  [...scope.startEvents, ...scope.nodes].toReversed().forEach((id) => {
    if (scope.startEvents.includes(id)) visit(id);
  });
  scope.nodes.forEach(visit);

  return finished
    .toReversed()
    .flatMap((id) => [id, ...(innerScope(definition, id) === undefined ? [] : orderedScope(definition, id))]);
}

function followers({ nodes, flows }: UnversionedDefinition, id: string): readonly string[] {
  const node = nodes.get(id);
  if (node === undefined) return [];
  const attached = 'boundaryEvents' in node ? node.boundaryEvents : [];
  return [...attached, ...node.outgoing.map((flow) => flows.get(flow)?.target ?? '')];
}
