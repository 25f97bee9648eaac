import type { Actor } from '../../engine/index.js';
import type { CaseOfDecision } from './may-read-decision.js';
import { may } from './may.js';

/** Whether somebody may correct what counts for a place on the waiting list: the person, who acts for them, and staff who keep the list. */
export function mayCorrectPlace(
  actor: Actor,
  { readers, isOwn, isShared }: Pick<CaseOfDecision, 'readers' | 'isOwn' | 'isShared'>,
): boolean {
  const isOfUnit = actor.groups.some((group) => readers.includes(group));
  return isOwn || isShared || may(actor, 'write', { data: 'waiting-list', isOfUnit });
}
