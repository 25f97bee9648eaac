import { nodesWithoutWayIn } from './first-nodes.js';
import { placeToken } from '../flow/leave-node.js';
import { openScope } from './open-scope.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Begins an embedded sub-process (BPMN 2.0.2 §13.3.4): a token on its none start event, or on each node nothing leads to. */
export function beginSubProcess(work: WorkingCopy, element: ElementInstance): Problem | undefined {
  const problem = openScope(work, element);
  if (problem !== undefined) return problem;
  for (const node of firstNodes(work, element.node)) placeToken(work, element.id, { node });
  return undefined;
}

/** Whether nothing is left in a scope, which is when it is complete: no token, and nothing that is still being undone. */
export function isScopeEmpty(work: WorkingCopy, { id }: ElementInstance): boolean {
  return work.groups().tokens.of(id).length === 0 && work.groups().children.of(id).length === 0;
}

function firstNodes(work: WorkingCopy, scopeId: string): readonly string[] {
  const scope = work.world.process.definition.scopes.get(scopeId);
  if (scope === undefined) throw new Error(`Expected sub-process '${scopeId}' to be a scope, but it is none`);

  if (scope.startEvents.length > 0) return scope.startEvents;
  return nodesWithoutWayIn(work.world.process.definition, scopeId);
}
