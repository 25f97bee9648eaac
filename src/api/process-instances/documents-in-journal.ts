import { documentInWords } from '../../cases/journal/document-in-words.js';
import { documentsFor, wayToDocuments } from '../../cases/journal/may-keep-documents.js';
import type { JournalEntry } from '../../contract/process-instance.contract.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';

/** What the timeline of a case tells of documents that came in to it, as far as `who` may see them; their numbers are given by the whole. */
export async function documentsInJournal(
  ports: ApiPorts,
  who: RequestActor,
  found: CaseWithRelations,
): Promise<JournalEntry[]> {
  if (wayToDocuments(who.actor, 'read', found) === undefined) return [];
  const documents = documentsFor(who.actor, found, await ports.incomingDocuments.ofCase(who.tenant, found.id));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const { nameOf } = await viewContext(
    ports,
    who,
    documents.map(({ by }) => by),
  );
  return documents.map((document) => ({
    ...{ seq: 0, at: document.registeredAt, level: 'milestone', node: null, nodeName: null },
    type: document.correction === undefined ? 'DocumentRegistered' : 'DocumentCorrected',
    text: documentInWords(document, byId.get(document.correction?.of ?? '')),
    actor: { id: document.by, name: nameOf(document.by) },
  }));
}
