import { elementOn } from './pass-node.js';
import { raiseIncident } from './run-phase.js';
import type { WorkingCopy } from './working-copy.js';

/**
 * Reports each scope whose tokens all wait at joins that nothing can complete any more (`STUCK`): no token of it stands
 * on an element that is alive, so no later event can help.
 */
export function reportStuckScopes(work: WorkingCopy): void {
  const { meetingPlaces } = work.world.process;
  if (meetingPlaces.size === 0) return;

  const { tokens, incidents } = work.groups();
  const waiting = [...work.instance().tokens.values()].filter(({ node }) => meetingPlaces.has(node));
  for (const scopeInstanceId of new Set(waiting.map((token) => token.scopeInstanceId))) {
    const scope = work.instance().elements.get(scopeInstanceId);
    const inScope = tokens.of(scopeInstanceId);
    const isMoving = inScope.some((token) => elementOn(work, token.id) !== undefined);
    if (scope === undefined || isMoving || incidents.of(scope.id).length > 0) continue;
    const nodes = [...new Set(inScope.map(({ node }) => `'${node}'`))];
    const message = `Expected a token for every way into ${nodes.join(', ')}, but none can come`;
    raiseIncident(work, scope, { code: 'STUCK', message });
  }
}
