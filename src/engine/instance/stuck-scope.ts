import type { ElementInstance, ProcessInstance } from './process-instance.js';
import { raiseIncident } from './run-phase.js';
import type { WorkingCopy } from './working-copy.js';

/**
 * Reports each scope whose tokens all wait at joins that nothing can complete any more (`STUCK`): no token of it stands
 * on an element that is alive, so no later event can help.
 */
export function reportStuckScopes(work: WorkingCopy): void {
  const instance = work.instance();
  const isReported = (scope: ElementInstance): boolean =>
    [...instance.incidents.values()].some((incident) => incident.elementInstanceId === scope.id);

  for (const [scope, nodes] of stuckScopes(instance)) {
    if (isReported(scope)) continue;
    const message = `Expected a token for every way into ${nodes.map((node) => `'${node}'`).join(', ')}, but none can come`;
    raiseIncident(work, scope, { code: 'STUCK', message });
  }
}

function stuckScopes(instance: ProcessInstance): ReadonlyMap<ElementInstance, readonly string[]> {
  const alive = new Set([...instance.elements.values()].map((element) => element.tokenId));
  const tokens = [...instance.tokens.values()];
  const moving = new Set(tokens.filter((token) => alive.has(token.id)).map((token) => token.scopeInstanceId));
  const stuck = new Map<ElementInstance, readonly string[]>();
  for (const { scopeInstanceId, node } of tokens.filter((token) => !moving.has(token.scopeInstanceId))) {
    const scope = instance.elements.get(scopeInstanceId);
    if (scope !== undefined) stuck.set(scope, [...new Set([...(stuck.get(scope) ?? []), node])]);
  }
  return stuck;
}
