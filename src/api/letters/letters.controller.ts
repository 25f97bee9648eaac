import { Body, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { letterChecksum } from '../../cases/letters/letter-checksum.js';
import { letterDocument } from '../../cases/letters/letter-document.js';
import { idSchema } from '../../contract/id.contract.js';
import { openedLetterSchema, openLetterSchema } from '../../contract/letter.contract.js';
import type { OpenedLetter } from '../../contract/letter.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, PdfRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import type { RequestActor } from '../request-actor.js';
import { letterOpened } from './letter-opened.js';
import { letterShownTo, letterTo } from './shown-letter.js';

/** Letters as they were sent. */
@ApiResource('letters')
export class LettersController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @PdfRoute(routes.letterPdf, 'Et brev som PDF, slik det ble sendt')
  @Header('cache-control', 'no-store')
  async pdf(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    const { letter, isRecipient } = await letterShownTo(this.ports, who, id);

    const { checksum, at } = letter;
    if (letterChecksum(letter) !== checksum)
      throw new Error(`Expected letter '${id}' to be as it was sent (${checksum}), but it is not`);
    const bytes = await this.ports.printLetter(letterDocument(letter));
    if (isRecipient) await letterOpened(this.ports, who, { letter, way: 'lastet-ned' });
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `attachment; filename="brev-${at.slice(0, 10)}.pdf"`,
      length: bytes.length,
    });
  }

  @CommandRoute(routes.letterOpenings, 'Si at du har åpnet et brev til deg på siden', { answer: openedLetterSchema })
  open(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: openLetterSchema }) _body: object,
  ): Promise<OpenedLetter> {
    const run = async (): Promise<OpenedLetter> => {
      const letter = await letterTo(this.ports, asked.who, id);
      await letterOpened(this.ports, asked.who, { letter, way: 'apnet' });
      return { id };
    };
    return onlyOnce(this.ports.receipts, asked, { schema: openedLetterSchema, run });
  }
}
