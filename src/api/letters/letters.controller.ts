import { Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { relationToLetter } from '../../cases/access/may-read-letter.js';
import { letterChecksum } from '../../cases/letters/letter-checksum.js';
import { letterDocument } from '../../cases/letters/letter-document.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { SentLetter } from '../../runtime/case-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { actsFor } from '../access/acts-for.js';
import { caseShownBy } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, PdfRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { letterOpened } from './letter-opened.js';

/** Letters as they were sent. */
@ApiResource('letters')
export class LettersController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @PdfRoute(routes.letterPdf, 'Et brev som PDF, slik det ble sendt')
  @Header('cache-control', 'no-store')
  async pdf(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    const letter = await this.ports.letters.find(who.tenant, id);
    if (letter === undefined) throw problem('not-found');
    const isRecipient = await this.show(who, letter);

    const { checksum, at } = letter;
    if (letterChecksum(letter) !== checksum)
      throw new Error(`Expected letter '${id}' to be as it was sent (${checksum}), but it is not`);
    const bytes = await this.ports.printLetter(letterDocument(letter));
    if (isRecipient) await letterOpened(this.ports, who, letter);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `attachment; filename="brev-${at.slice(0, 10)}.pdf"`,
      length: bytes.length,
    });
  }

  /** Answers whether it is shown to whom it is for: the person, or who acts for them. */
  private async show(who: RequestActor, { processInstanceId, to }: SentLetter): Promise<boolean> {
    const known = await this.ports.cases.find(who.tenant, processInstanceId);
    const isShared = known?.subject !== undefined && (await actsFor(this.ports, who, known.subject));
    const wayTo = (found: CaseWithRelations) => relationToLetter(who.actor, found, { to, isShared });
    const found = await caseShownBy(this.ports, who, { id: processInstanceId, part: 'letter', wayTo });
    const relation = wayTo(found)?.relation;
    return relation === 'own' || relation === 'shared';
  }
}
