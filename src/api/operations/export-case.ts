import { mayReadCase } from '../../cases/access/may-read-case.js';
import { mayReadWork } from '../../cases/access/may-read-work.js';
import { withholdContent } from '../../cases/access/withhold-content.js';
import { caseExportVersion } from '../../contract/case-export.contract.js';
import type { Actor } from '../../engine/index.js';
import type { StoredCase } from '../../runtime/operations/operation-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import { shownCase } from '../access/shown.js';
import { operatedCase } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/**
 * One case as JSON, piece by piece: the journal may be long, and is never in memory whole. An operator who does not read the
 * process gets how the case stands, without what it is about.
 */
export async function exportCase(ports: ApiPorts, who: RequestActor, id: string): Promise<AsyncIterable<string>> {
  const found = await operatedCase(ports, who, id);
  const [stored, exportedAt] = await Promise.all([
    ports.exporter.read(who.tenant, found.id),
    ports.clock.now(who.tenant),
  ]);
  if (stored === undefined) throw problem('not-found');

  const isFull = readsContent(who.actor, found);
  if (isFull) await shownCase(ports, who, { id, part: 'export' });
  const head = headOf(stored, { isFull, exportedAt });
  return pieces(head, journalOf(ports, { who, found, stored }), isFull);
}

// Who is told everything elsewhere in the application is told everything here; being an operator is no reason.
const readsContent = (actor: Actor, found: CaseWithRelations): boolean =>
  mayReadCase(actor, found) && mayReadWork(actor, found, { candidateGroups: [] });

function headOf(
  { definition, revision, snapshot, rows }: StoredCase,
  { isFull, exportedAt }: { readonly isFull: boolean; readonly exportedAt: string },
): JsonObject {
  return {
    format: 'boligflyt-case',
    formatVersion: caseExportVersion,
    content: isFull ? 'full' : 'withheld',
    exportedAt,
    definition: { ...definition },
    revision,
    snapshot: isFull ? snapshot : withholdContent(snapshot),
    rows: isFull ? rows : rowsWithoutContent(rows),
  };
}

// Of letters and messages, which are nothing but content, it is left when there were some.
const rowsWithoutContent = (rows: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, withholdContent(list)]));

interface Exported {
  readonly who: RequestActor;
  readonly found: CaseWithRelations;
  readonly stored: StoredCase;
}

// What was committed after the snapshot was read is not part of it.
async function* journalOf(ports: ApiPorts, { who, found, stored }: Exported): AsyncGenerator<JsonObject> {
  let seq = 0;
  while (seq < stored.revision) {
    const page = await ports.exporter.journalAfter(who.tenant, found.id, seq);
    const wanted = page.filter((row) => row.seq <= stored.revision);
    if (wanted.length === 0) throw new Error(`Expected the journal of '${found.id}' to reach ${stored.revision}`);
    for (const { event, ...row } of wanted) yield { ...row, event: JSON.parse(JSON.stringify(event)) };
    seq = wanted.at(-1)?.seq ?? stored.revision;
  }
}

async function* pieces(head: JsonObject, journal: AsyncIterable<JsonObject>, isFull: boolean): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"journal":[`;
  let separator = '';
  for await (const row of journal) {
    yield separator + JSON.stringify(isFull ? row : eventWithoutContent(row));
    separator = ',';
  }
  yield ']}';
}

const eventWithoutContent = ({ seq = null, event = null }: JsonObject): JsonObject => ({
  seq,
  event: withholdContent(event),
});
