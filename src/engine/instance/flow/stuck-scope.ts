import type { Id } from '../../../shared/id.js';
import type { FlowNode } from '../../definition/flow-node.js';
import { elementOn } from './pass-node.js';
import { raiseIncident } from './run-phase.js';
import type { Token } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

type ScopeId = Id<'ElementInstance'>;

interface Witness {
  /** Where tokens wait that nothing can help; the first of several. */
  readonly node: string;
  readonly message: string;
}

/**
 * Reports each scope whose tokens all wait at joins that nothing can complete any more (`STUCK`): no token of it stands
 * on an element that is alive, so no later event can help. The incident names the join; it closes by itself when the scope
 * can go on, or waits elsewhere.
 */
export function reportStuckScopes(work: WorkingCopy): void {
  const { incidents } = work.instance();
  if (work.world.process.meetingPlaces.size + incidents.size === 0) return;
  // While something is on hold nobody can tell what may still come.
  if ([...incidents.values()].some(({ code }) => code === 'LOOP_LIMIT')) return;

  const stuck = stuckScopes(work);
  for (const { id: incidentId, node, code, elementInstanceId, message } of [...incidents.values()]) {
    if (code !== 'STUCK') continue;
    if (stuck.get(elementInstanceId)?.message === message) stuck.delete(elementInstanceId);
    else work.record({ type: 'IncidentResolved', incidentId, node, by: work.command.actor.id });
  }
  for (const [scopeInstanceId, witness] of stuck) {
    const scope = work.instance().elements.get(scopeInstanceId);
    if (scope !== undefined) raiseIncident(work, scope, { code: 'STUCK', ...witness });
  }
}

function stuckScopes(work: WorkingCopy): Map<ScopeId, Witness> {
  const { meetingPlaces } = work.world.process;
  const { tokens, incidents } = work.groups();
  const waiting = [...work.instance().tokens.values()].filter(({ node }) => meetingPlaces.has(node));
  const stuck = new Map<ScopeId, Witness>();
  for (const scopeInstanceId of new Set(waiting.map((token) => token.scopeInstanceId))) {
    const inScope = tokens.of(scopeInstanceId);
    const isMoving = inScope.some((token) => elementOn(work, token.id) !== undefined);
    const hasOther = incidents.of(scopeInstanceId).some(({ code }) => code !== 'STUCK');
    if (!isMoving && !hasOther) stuck.set(scopeInstanceId, witnessOf(work, inScope));
  }
  return stuck;
}

function witnessOf(work: WorkingCopy, waiting: readonly Token[]): Witness {
  const nodes = [...new Set(waiting.map(({ node }) => node))];
  const seen = nodes.map((id) =>
    whatIsThere(
      nodeOf(work, id),
      waiting.filter((token) => token.node === id),
    ),
  );
  const message = `Expected the tokens that wait to be joined by others, but none can come: ${seen.join('; ')}`;
  return { node: nodes[0] ?? '', message };
}

function whatIsThere(node: FlowNode, waiting: readonly Token[]): string {
  if ('startQuantity' in node) return `'${node.id}' has ${waiting.length} of ${node.startQuantity} tokens`;
  const named = (flows: readonly string[]): string => flows.map((flow) => `'${flow}'`).join(', ');
  const filled = node.incoming.filter((flow) => waiting.some(({ via }) => via === flow));
  const missing = node.incoming.filter((flow) => !filled.includes(flow));
  const none = missing.length === 0 ? '' : `, none by ${named(missing)}`;
  const condition = node.kind === 'complexGateway' && node.activationCondition;
  const asked = typeof condition === 'string' ? `, and '${condition}' does not hold` : '';
  return `'${node.id}' has tokens by ${named(filled)}${none}${asked}`;
}
