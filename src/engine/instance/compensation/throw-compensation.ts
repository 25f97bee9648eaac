import type { Id } from '../../../shared/id.js';
import type { EventResult } from '../../definition/event-definition.js';
import { recordsIn } from './compensation-record.js';
import { elementOn, standInFor } from '../flow/pass-node.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { withEnclosing } from '../flow/read-variables.js';
import { recordThrown, type Thrower } from '../events/thrower.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/**
 * Undoes what has completed in the thrower's scope (BPMN 2.0.2 §10.7, §13.5.5), or only one activity of it; the thrower
 * waits for that unless its diagram says that it does not. With nothing to undo it goes on at once.
 */
export function throwCompensation(
  work: WorkingCopy,
  thrower: Thrower,
  { activity, waits }: Extract<EventResult, { readonly kind: 'compensation' }>,
): Problem | undefined {
  recordThrown(work, thrower, { kind: 'compensation', name: activity });
  const records = undoableFrom(work, thrower.scopeInstanceId).filter(({ node }) =>
    [node, undefined].includes(activity),
  );
  if (records.length === 0) return undefined;

  const element = waits ? waitingElement(work, thrower) : aside(work, thrower);
  const compensating = [...(element.progress?.compensating ?? []), ...records.map(({ id }) => id)];
  const progress = { ...element.progress, compensating };
  work.record({ type: 'ElementActivated', element: { ...element, phase: 'activated', progress } });
  work.enqueue({ kind: 'resume', elementInstanceId: element.id });
  return undefined;
}

/** What can be undone from a scope: what completed in it, and around an event sub-process also what completed there. */
function undoableFrom(work: WorkingCopy, scopeInstanceId: Id<'ElementInstance'>): ReturnType<typeof recordsIn> {
  const visible: Id<'ElementInstance'>[] = [];
  for (const { id, node } of withEnclosing(work.instance(), scopeInstanceId)) {
    visible.push(id);
    if (work.world.process.definition.nodes.get(node)?.kind !== 'eventSubProcess') break;
  }
  const claimed = claimedRecords(work);
  const found = visible.flatMap((id) => recordsIn(work, id)).filter(({ id }) => !claimed.has(id));
  return found.toSorted((one, other) => completionOrder(work, other.id) - completionOrder(work, one.id));
}

const completionOrder = (work: WorkingCopy, id: Id<'Compensation'>): number =>
  [...work.instance().compensations.keys()].indexOf(id);

/** What is being undone already, for somebody else. */
function claimedRecords(work: WorkingCopy): ReadonlySet<Id<'Compensation'>> {
  const elements = [...work.instance().elements.values()];
  return new Set(
    elements.flatMap(({ progress }) => [...(progress?.compensating ?? []), progress?.compensates?.record ?? []].flat()),
  );
}

function waitingElement(work: WorkingCopy, { tokenId, elementInstanceId, node }: Thrower): ElementInstance {
  const { tokens, elements } = work.instance();
  const token = tokenId === undefined ? undefined : tokens.get(tokenId);
  const known = elementInstanceId === undefined ? token && elementOn(work, token.id) : elements.get(elementInstanceId);
  const element = known ?? (token && standInFor(work, token, 'activated'));
  if (element === undefined) throw new Error(`Expected a token on '${node}' that waits, but there is none`);
  return element;
}

/** The thrower's token goes on; what is undone meanwhile keeps the scope alive all the same. */
const aside = (work: WorkingCopy, { node, scopeInstanceId: parentId }: Thrower): ElementInstance => ({
  id: work.nextId(),
  node,
  parentId,
  phase: 'activated',
  variables: {},
});
