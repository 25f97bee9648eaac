import { may } from '../access/may.js';
import type { Right } from '../access/may.js';
import { relationToCase, wayToWholeCase } from '../access/may-read-case.js';
import type { ReaderRelation } from '../access/may-read-person.js';
import type { Actor } from '../../engine/index.js';
import type { IncomingDocument } from '../../runtime/incoming-document.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';

/**
 * Why somebody may see the documents that came in to a case, or enter one: they see the whole case by their unit or a task, and their role has
 * the right. Whom the case is about, and who has broken its glass, may see some or all of them. Undefined where they may not.
 */
export function wayToDocuments(actor: Actor, right: Right, found: CaseWithRelations): ReaderRelation | undefined {
  const way = wayToWholeCase(actor, found);
  if (way === undefined) return undefined;
  if (way.relation === 'emergency') return right === 'read' ? way : undefined;
  const relation = way.relation === 'own' ? { isOwn: true } : { isOfUnit: true };
  return may(actor, right, { data: 'incoming-document', ...relation }) ? way : undefined;
}

/** Those that somebody is shown who may see documents of the case: to the one whom it is about those that are from themselves. */
export const documentsFor = (
  actor: Actor,
  found: CaseWithRelations,
  documents: readonly IncomingDocument[],
): readonly IncomingDocument[] =>
  relationToCase(actor, found)?.relation === 'own'
    ? documents.filter(({ sender }) => sender.kind === 'party')
    : documents;
