import type { Actor } from '../../engine/index.js';
import type { SentLetter } from '../../runtime/case-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { relationToCase, usesEmergency } from './may-read-case.js';
import type { ReaderRelation } from './may-read-person.js';
import { mayReadWork } from './may-read-work.js';

/** Of the letters of a case that somebody may see, staff read every one, others those that were sent to themselves. */
export const mayReadLetter = (actor: Actor, found: CaseWithRelations, to: SentLetter['to']): boolean =>
  to === actor.id || mayReadWork(actor, found, { candidateGroups: [] }) || usesEmergency(actor, found);

/** A letter, as access to it goes. */
export interface AskedLetter {
  /** Undefined where it is to nobody we can write to. */
  readonly to: SentLetter['to'] | undefined;
  /** Whether the reader acts for the person of the case now. */
  readonly isShared: boolean;
}

/**
 * Why somebody may read a letter, or undefined where they may not: it is to them, they act for the person it is to, or they are of the staff
 * who read the case.
 */
export function relationToLetter(
  actor: Actor,
  found: CaseWithRelations,
  { to, isShared }: AskedLetter,
): ReaderRelation | undefined {
  const isToPerson = to === undefined || to === found.subject;
  if (isToPerson && found.subject === actor.id) return { role: 'soker', relation: 'own' };
  if (isShared && (isToPerson || to === actor.id)) return { role: 'fullmektig', relation: 'shared' };
  return mayReadLetter(actor, found, to) ? relationToCase(actor, found) : undefined;
}
