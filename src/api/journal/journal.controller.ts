import { Inject, Query, type StreamableFile } from '@nestjs/common';
import { numberInWords } from '../../cases/journal/document-in-words.js';
import { exemptionLaw } from '../../cases/journal/exemption-law.js';
import { shielded } from '../../cases/letters/public-title.js';
import { journalFileQuerySchema, journalQuerySchema, journalSchema } from '../../contract/journal.contract.js';
import type { JournalFileQuery, JournalQuery, JournalView } from '../../contract/journal.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { JournalEntry } from '../../runtime/journal-ports.js';
import { shownCases } from '../access/shown.js';
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
  ...['korrespondansepart', 'skjermingshjemmel', 'mappeID', 'dokumenttype', 'forsendelsesmaate', 'retterJournalpost'],
];

/** The journal register (postjournal): every document in and out. It names no person. */
@ApiResource('journal')
export class JournalController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.journalEntries, 'Postjournalen: dokumenter inn og ut, uten navn på personer', journalSchema)
  async list(
    @Who() who: RequestActor,
    @Query({ schema: journalQuerySchema }) days: JournalQuery,
  ): Promise<JournalView> {
    const { journal } = this.ports;
    const { tenant } = who;
    const [entries, total] = await Promise.all([journal.between(tenant, days, mostShown), journal.count(tenant, days)]);
    const named = await namedTo(this.ports, who, entries);
    return { items: entries.map((entry) => view(entry, named)), total };
  }

  @SheetRoute(routes.journalFile, 'Postjournalen som CSV, regneark eller JSON, til nedlasting')
  async file(
    @Who() { tenant }: RequestActor,
    @Query({ schema: journalFileQuerySchema }) { format, ...days }: JournalFileQuery,
  ): Promise<StreamableFile> {
    const rows = (await this.ports.journal.between(tenant, days, mostInFile)).map((entry) => view(entry));
    return recordsFile(this.ports, { name: `postjournal-${days.from}-${days.to}`, format }, { names: columns, rows });
  }
}

/** The cases of which `who` is shown whom their documents are from and to; nobody is shown that of somebody with a protected address. */
async function namedTo(
  ports: ApiPorts,
  who: RequestActor,
  entries: readonly JournalEntry[],
): Promise<ReadonlySet<string>> {
  const ids = new Set(
    entries.flatMap(({ person, processInstanceId }) => (person === undefined ? [] : processInstanceId)),
  );
  const shown = await shownCases(ports, who, { ids: [...ids], part: 'letter' });
  return new Set(shown.filter(({ isProtected }) => !isProtected).map(({ id }) => id));
}

function correspondentOf(entry: JournalEntry, named: ReadonlySet<string>): string | null {
  if (entry.kind === 'N') return null;
  const person = named.has(entry.processInstanceId) ? entry.person : undefined;
  return entry.correspondent ?? person ?? shielded;
}

const nobody: ReadonlySet<string> = new Set();

// A file is to hand on: no person stands in it.
function view(entry: JournalEntry, named = nobody): JournalView['items'][number] {
  const korrespondansepart = correspondentOf(entry, named);
  const isShielded = entry.title.includes(shielded) || korrespondansepart === shielded;
  const exemption = entry.exemption ?? (isShielded ? 'taushetsplikt' : undefined);
  return {
    journalaar: entry.year,
    journalsekvensnummer: entry.number,
    journalposttype: entry.kind,
    journaldato: entry.journaledOn,
    dokumentetsDato: entry.datedOn,
    offentligTittel: entry.title,
    korrespondansepart,
    skjermingshjemmel: exemption === undefined ? null : exemptionLaw(exemption),
    mappeID: entry.processInstanceId,
    dokumenttype: entry.documentType,
    forsendelsesmaate: entry.sentBy ?? null,
    retterJournalpost: entry.corrects === undefined ? null : numberInWords(entry.corrects),
  };
}
