import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { EventResult } from '../../definition/event-definition.js';
import { evaluateMappings, type Evaluated } from '../flow/evaluate-mappings.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import { sightFrom, typesAt } from '../flow/sight-from.js';
import type { Sight } from '../../expression/sight.js';

/** Who lets something happen, and where. */
export interface Thrower {
  readonly node: string;
  /** The scope instance that it stands in. */
  readonly scopeInstanceId: Id<'ElementInstance'>;
  readonly tokenId?: Id<'Token'>;
  /** The element instance it has, when it has one: its own edge may catch what it throws. */
  readonly elementInstanceId?: Id<'ElementInstance'>;
}

/** What a thrower sees. */
export const sightOf = (work: WorkingCopy, { elementInstanceId, scopeInstanceId }: Thrower): Sight =>
  sightFrom(work, elementInstanceId ?? scopeInstanceId);

/** What a throw event sends along: what its mappings make, and nothing where it has none. */
export function payloadOf(work: WorkingCopy, thrower: Thrower): Evaluated<JsonObject> {
  const node = nodeOf(work, thrower.node);
  const isEvent = node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent';
  return evaluateMappings((isEvent && node.inputs) || [], sightOf(work, thrower), typesAt(work, node.id));
}

/** Says in the journal what was thrown: its kind, and the name of a message or signal or the code of an error. */
export function recordThrown(
  work: WorkingCopy,
  { node, tokenId }: Thrower,
  what: { readonly kind: EventResult['kind']; readonly name?: string | undefined },
): void {
  const named = what.name === undefined ? {} : { name: what.name };
  const token = tokenId === undefined ? {} : { tokenId };
  work.record({ type: 'EventThrown', node, kind: what.kind, ...named, ...token });
}
