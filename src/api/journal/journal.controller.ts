import { Inject, Query, type StreamableFile } from '@nestjs/common';
import { shielded } from '../../cases/letters/public-title.js';
import { journalFileQuerySchema, journalQuerySchema, journalSchema } from '../../contract/journal.contract.js';
import type { JournalFileQuery, JournalQuery, JournalView } from '../../contract/journal.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { JournalEntry } from '../../runtime/journal-ports.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute, SheetRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { recordsFile } from '../files/table-file.js';
import type { RequestActor } from '../request-actor.js';

const mostShown = 500;
const mostInFile = 100_000;

const columns = [
  ...['journalaar', 'journalsekvensnummer', 'journalposttype', 'journaldato', 'dokumentetsDato', 'offentligTittel'],
  ...['skjermingshjemmel', 'mappeID', 'dokumenttype', 'forsendelsesmaate'],
];

/** The journal register (postjournal): every document in and out. It names no person. */
@ApiResource('journal')
export class JournalController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.journalEntries, 'Postjournalen: dokumenter inn og ut, uten navn på personer', journalSchema)
  async list(
    @Who() { tenant }: RequestActor,
    @Query({ schema: journalQuerySchema }) days: JournalQuery,
  ): Promise<JournalView> {
    const { journal } = this.ports;
    const [entries, total] = await Promise.all([journal.between(tenant, days, mostShown), journal.count(tenant, days)]);
    return { items: entries.map(view), total };
  }

  @SheetRoute(routes.journalFile, 'Postjournalen som CSV, regneark eller JSON, til nedlasting')
  async file(
    @Who() { tenant }: RequestActor,
    @Query({ schema: journalFileQuerySchema }) { format, ...days }: JournalFileQuery,
  ): Promise<StreamableFile> {
    const rows = (await this.ports.journal.between(tenant, days, mostInFile)).map(view);
    return recordsFile(this.ports, { name: `postjournal-${days.from}-${days.to}`, format }, { names: columns, rows });
  }
}

const view = (entry: JournalEntry): JournalView['items'][number] => ({
  journalaar: entry.year,
  journalsekvensnummer: entry.number,
  journalposttype: entry.kind,
  journaldato: entry.journaledOn,
  dokumentetsDato: entry.datedOn,
  offentligTittel: entry.title,
  skjermingshjemmel: entry.title.includes(shielded) ? 'offentleglova § 13, jf. forvaltningsloven § 13' : null,
  mappeID: entry.processInstanceId,
  dokumenttype: entry.documentType,
  forsendelsesmaate: entry.sentBy ?? null,
});
