import type { Actor } from '../../engine/index.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { may, partsFor } from './may.js';
import { outsiders } from './may-read-work.js';

/** How somebody stands to the case that a decision or a mapping is of. */
export interface CaseOfDecision extends Pick<CaseRow, 'readers'> {
  readonly isOwn: boolean;
  /** They act for the person now. */
  readonly isShared: boolean;
}

/**
 * Whether somebody may read the decisions of a case (`decision`), or its mappings and orders word by word (`health`): the person, who
 * acts for them, and the staff who read its process. Who is to see a part only, such as the landlord, has no way to it through the whole.
 */
export function mayReadDecision(
  actor: Actor,
  data: 'decision' | 'health',
  { readers, isOwn, isShared }: CaseOfDecision,
): boolean {
  const staff = actor.groups.filter((group) => !outsiders.includes(group));
  const isOfUnit = staff.some((group) => readers.includes(group)) && partsFor(actor, data) === undefined;
  return may(actor, 'read', { data, isOwn, isShared, isOfUnit });
}

/**
 * Whether somebody may bring an appeal or ask for reasons: the person and who acts for them; staff who decide write down what was said
 * or came by post (forvaltningsloven §§ 12 and 32).
 */
export const mayBringAppeal = (actor: Actor, { readers, isOwn, isShared }: CaseOfDecision): boolean =>
  isOwn || isShared || mayWriteDown(actor, { readers });

/** Whether somebody is of the staff who may say how and when an appeal came. */
export const mayWriteDown = (actor: Actor, { readers }: Pick<CaseOfDecision, 'readers'>): boolean =>
  may(actor, 'write', { data: 'decision', isOfUnit: actor.groups.some((group) => readers.includes(group)) });
