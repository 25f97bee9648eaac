import { Body, Inject, Param } from '@nestjs/common';
import { exemptionLaw } from '../../cases/journal/exemption-law.js';
import { documentsFor, wayToDocuments } from '../../cases/journal/may-keep-documents.js';
import { idSchema } from '../../contract/id.contract.js';
import {
  correctDocumentSchema,
  documentAnswerSchema,
  incomingDocumentSchema,
  incomingDocumentsSchema,
  registerDocumentSchema,
} from '../../contract/incoming-document.contract.js';
import type {
  CorrectDocumentInput,
  DocumentAnswer,
  IncomingDocumentsView,
  IncomingDocumentView,
  RegisterDocumentInput,
} from '../../contract/incoming-document.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { IncomingDocument } from '../../runtime/incoming-document.js';
import type { Id } from '../../shared/id.js';
import { caseShownBy } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import { correctDocument, registerDocument } from './register-document.js';

/** Documents that came in to a case on paper or by e-mail: what is known of them, and where they lie. */
@ApiResource('process-instances')
export class IncomingDocumentsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(
    routes.incomingDocuments,
    'Dokumenter som er registrert inn på saken, de eldste først',
    incomingDocumentsSchema,
  )
  async list(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<IncomingDocumentsView> {
    const { tenant, actor } = who;
    const found = await caseShownBy(this.ports, who, {
      ...{ id, part: 'document' },
      wayTo: (one) => wayToDocuments(actor, 'read', one),
    });
    const documents = documentsFor(actor, found, await this.ports.incomingDocuments.ofCase(tenant, found.id));
    const { nameOf } = await viewContext(
      this.ports,
      who,
      documents.map(({ by }) => by),
    );
    return {
      mayRegister: wayToDocuments(actor, 'write', found) !== undefined,
      hasParty: found.subject !== undefined,
      caseTitle: found.title,
      items: documents.map((document) => documentView(document, nameOf)),
    };
  }

  @CommandRoute(routes.incomingDocuments, 'Registrer et dokument som har kommet inn', {
    ...{ answer: documentAnswerSchema, status: 201 },
  })
  register(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: registerDocumentSchema }) input: RegisterDocumentInput,
  ): Promise<DocumentAnswer> {
    return registerDocument(this.ports, asked, { id, input });
  }

  @CommandRoute(routes.correctDocument, 'Rett en journalpost med en ny; den gamle blir stående', {
    ...{ answer: documentAnswerSchema, status: 201 },
  })
  correct(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('document', { schema: idSchema }) document: string,
    @Body({ schema: correctDocumentSchema }) input: CorrectDocumentInput,
  ): Promise<DocumentAnswer> {
    return correctDocument(this.ports, asked, { id, document, input });
  }
}

function documentView(document: IncomingDocument, nameOf: (id: Id<'Actor'>) => string): IncomingDocumentView {
  const { sender, exemption, correction } = document;
  return {
    ...{ id: document.id, journalaar: document.year, journalsekvensnummer: document.number },
    ...{ receivedOn: document.receivedOn, title: document.title, cameBy: document.cameBy, keptAt: document.keptAt },
    documentType: incomingDocumentSchema.shape.documentType.parse(document.documentType),
    senderKind: sender.kind,
    senderName: 'name' in sender ? sender.name : null,
    exemption: exemption ?? null,
    exemptionLaw: exemption === undefined ? null : exemptionLaw(exemption),
    corrects: correction?.of ?? null,
    reason: correction?.reason ?? null,
    isVoid: correction?.isVoid ?? false,
    registeredAt: document.registeredAt,
    registeredBy: nameOf(document.by),
  };
}
