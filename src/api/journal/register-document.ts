import { createHash } from 'node:crypto';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { correctionTitle } from '../../cases/journal/document-in-words.js';
import { identityInTitle } from '../../cases/journal/identity-in-title.js';
import { wayToDocuments } from '../../cases/journal/may-keep-documents.js';
import type {
  CorrectDocumentInput,
  DocumentAnswer,
  RegisterDocumentInput,
} from '../../contract/incoming-document.contract.js';
import { documentAnswerSchema } from '../../contract/incoming-document.contract.js';
import type { DocumentFacts, DocumentSender, IncomingDocument, NewDocument } from '../../runtime/incoming-document.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { visibleCase } from '../access/visible.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';

/** Enters a document that came in to a case: it gets the next number of the journal register. */
export function registerDocument(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, input }: { readonly id: string; readonly input: RegisterDocumentInput },
): Promise<DocumentAnswer> {
  const run = async (): Promise<DocumentAnswer> => {
    const found = await keptCase(ports, asked, id);
    const facts = await checkedFacts(ports, asked, { found, input });
    return enter(ports, asked, { ...facts, processInstanceId: found.id, journalTitle: facts.title });
  };
  return onlyOnce(ports.receipts, asked, { schema: documentAnswerSchema, run });
}

/** Corrects an entry by one more, with a number of its own; what was corrected stays as it is. 409 where it was corrected before. */
export function correctDocument(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, document, input }: { readonly id: string; readonly document: string; readonly input: CorrectDocumentInput },
): Promise<DocumentAnswer> {
  const run = async (): Promise<DocumentAnswer> => {
    const found = await keptCase(ports, asked, id);
    const all = await ports.incomingDocuments.ofCase(asked.who.tenant, found.id);
    const corrected = all.find((one) => one.id === document);
    if (corrected === undefined) throw problem('not-found');

    const isVoid = input.change === 'void';
    const facts = isVoid ? factsOf(corrected) : await checkedFacts(ports, asked, { found, input });
    return enter(ports, asked, {
      ...{ ...facts, processInstanceId: found.id, correction: { of: document, reason: input.reason, isVoid } },
      journalTitle: correctionTitle(corrected, facts.title, isVoid),
    });
  };
  return onlyOnce(ports.receipts, asked, { schema: documentAnswerSchema, run });
}

async function keptCase(ports: ApiPorts, { who }: AskedCommand, id: string): Promise<CaseWithRelations> {
  const found = await visibleCase(ports, who, id);
  if (wayToDocuments(who.actor, 'write', found) === undefined) throw problem('actor-not-allowed');
  return found;
}

async function checkedFacts(
  ports: ApiPorts,
  { who: { tenant } }: AskedCommand,
  { found, input }: { readonly found: CaseWithRelations; readonly input: RegisterDocumentInput },
): Promise<DocumentFacts> {
  const { receivedOn, documentType, title, cameBy, exemption, keptAt } = input;
  const sender = senderOf(input, found);
  if (receivedOn > dateInNorway(await ports.clock.now(tenant)))
    throw wrong('receivedOn', 'Dagen kan ikke være senere enn i dag.');

  const institution = sender.kind === 'institution' ? { institution: sender.name } : {};
  const sources = { ...ports, buildings: ports.homes.reader };
  const places = await identityInTitle(sources, { tenant, found }, { title, ...institution });
  if (places.length > 0) throw problem('deidentification', { errors: [...places] });
  return { receivedOn, sender, documentType, title, cameBy, keptAt, ...(exemption === undefined ? {} : { exemption }) };
}

function senderOf({ senderKind, senderName }: RegisterDocumentInput, { subject }: CaseWithRelations): DocumentSender {
  if (senderKind === 'party' && subject === undefined) throw wrong('senderKind', 'Saken har ingen part.');
  if (senderKind === 'party') return { kind: 'party' };
  if (senderName === undefined) throw wrong('senderName', 'Skriv hvem dokumentet er fra.');
  return { kind: senderKind, name: senderName };
}

const factsOf = ({
  receivedOn,
  sender,
  documentType,
  title,
  cameBy,
  keptAt,
  exemption,
}: IncomingDocument): DocumentFacts => ({
  ...{ receivedOn, sender, documentType, title, cameBy, keptAt },
  ...(exemption === undefined ? {} : { exemption }),
});

const wrong = (path: string, message: string) => problem('invalid-input', { errors: [{ path, message }] });

async function enter(
  ports: ApiPorts,
  { who: { tenant, actor }, receipt }: AskedCommand,
  document: Omit<NewDocument, 'id' | 'by'>,
): Promise<DocumentAnswer> {
  // The same request once more finds the entry of the first one.
  const request = JSON.stringify([tenant, actor.id, receipt]);
  const id = createHash('sha256').update(request).digest('hex').slice(0, 32);
  const entered = await ports.incomingDocuments.enter(tenant, { ...document, id, by: actor.id });
  if (entered === undefined) throw problem('document-corrected');
  return { journalaar: entered.year, journalsekvensnummer: entered.number };
}
