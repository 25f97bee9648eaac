import type { Actor } from '../../engine/index.js';
import { may, partsFor } from './may.js';
import { isUserRepresentative, relationToCase, usesEmergency } from './may-read-case.js';
import type { CaseAccess } from './may-read-case.js';
import { mayProtect } from './may-read-person.js';
import type { ReaderRelation } from './may-read-person.js';
import { outsiders } from './may-read-work.js';

/** How somebody stands to the case that a decision or a mapping is of. */
export interface CaseOfDecision extends CaseAccess {
  readonly isOwn: boolean;
  /** They act for the person now. */
  readonly isShared: boolean;
}

/**
 * Why somebody may read the decisions of a case (`decision`), or its mappings and orders word by word (`health`): the person, who acts for
 * them, and the staff who read its process; of one with a protected address only the group for it. Who is to see a part only, such as the
 * landlord, has no way to it through the whole. Undefined where they may not.
 */
export function relationToDecision(
  actor: Actor,
  data: 'decision' | 'health',
  found: CaseOfDecision,
): ReaderRelation | undefined {
  const { readers, isOwn, isShared, isProtected } = found;
  if (isOwn) return { role: 'soker', relation: 'own' };
  if (isShared) return { role: 'fullmektig', relation: 'shared' };
  if (isUserRepresentative(actor) || (isProtected && !mayProtect(actor))) return undefined;

  const role = actor.groups
    .filter((group) => readers.includes(group) && !outsiders.includes(group))
    .find((group) => readsWhole({ id: actor.id, groups: [group] }, data));
  if (role !== undefined) return { role, relation: 'unit' };
  return usesEmergency(actor, found) ? relationToCase(actor, found) : undefined;
}

const readsWhole = (actor: Actor, data: 'decision' | 'health'): boolean =>
  may(actor, 'read', { data, isOfUnit: true }) && isWholeOrOwn(partsFor(actor, data));

// A unit that reads the process decides in it: what it may read of its own decisions is then all there is.
const isWholeOrOwn = (parts: readonly string[] | undefined): boolean =>
  parts === undefined || parts.every((part) => part === 'own');

/**
 * Whether somebody may bring an appeal or ask for reasons: the person and who acts for them; staff who decide write down what was said
 * or came by post (forvaltningsloven §§ 12 and 32).
 */
export const mayBringAppeal = (
  actor: Actor,
  { readers, isOwn, isShared }: Pick<CaseOfDecision, 'readers' | 'isOwn' | 'isShared'>,
): boolean => isOwn || isShared || mayWriteDown(actor, { readers });

/** Whether somebody is of the staff who may say how and when an appeal came. */
export const mayWriteDown = (actor: Actor, { readers }: Pick<CaseOfDecision, 'readers'>): boolean =>
  may(actor, 'write', { data: 'decision', isOfUnit: actor.groups.some((group) => readers.includes(group)) });
