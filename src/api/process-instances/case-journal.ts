import { mayLookAt } from '../../cases/access/may-look-at.js';
import { seesTasksOnly } from '../../cases/access/may-read-case.js';
import { isTheirTask } from '../../cases/access/may-read-work.js';
import { partsOfCase } from '../../cases/whole-case.js';
import { letterOpening } from '../../cases/timeline/letter-opening.js';
import { timeline } from '../../cases/timeline/timeline.js';
import type { JournalEntry } from '../../contract/process-instance.contract.js';
import type { ProcessEvent } from '../../engine/index.js';
import type { CaseWithRelations, JournalRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import { documentsInJournal } from './documents-in-journal.js';
import { journalOfTasks } from './tasks-only.js';

/** The timeline of a case, as far as `who` sees the case. */
export async function caseJournal(
  ports: ApiPorts,
  who: RequestActor,
  found: CaseWithRelations,
): Promise<JournalEntry[]> {
  const rows = await partsOfCase(ports.cases, who.tenant, found);
  const parts = (await Promise.all(rows.map(({ id }) => ports.cases.find(who.tenant, id)))).flatMap((one) => one ?? []);
  const all = [found, ...parts];
  const [told, documents] = await Promise.all([
    Promise.all(all.map((one) => wholeJournal(ports, who, one))),
    Promise.all(all.map((one) => documentsInJournal(ports, who, one))),
  ]);
  const isOneList = parts.length === 0 && documents.flat().length === 0;
  const entries = isOneList ? told.flat() : inOrderOfTime([...told, ...documents].flat());
  if (!seesTasksOnly(who.actor, found)) return entries;
  const ids = [found.id, ...parts.map(({ id }) => id)];
  const tasks = await ports.userTasks.ofCases(who.tenant, ids);
  return journalOfTasks(
    entries,
    tasks.filter((task) => isTheirTask(who.actor, task)),
  );
}

// What happened in its parts stands where it happened; numbers count what is told.
const inOrderOfTime = (entries: readonly JournalEntry[]): JournalEntry[] =>
  entries
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map((entry, index) => ({ ...entry, seq: index + 1 }));

async function wholeJournal(ports: ApiPorts, who: RequestActor, found: CaseWithRelations): Promise<JournalEntry[]> {
  const { tenant } = who;
  const [rows, definition] = await Promise.all([
    ports.cases.journal(tenant, found.id),
    ports.definitionSource.load({ tenant, key: found.process, version: found.version }),
  ]);
  const people = rows.flatMap(({ actor, event }) => [actor, ...peopleIn(event)]);
  const { nameOf } = await viewContext(ports, who, people);
  const noteOf = await notesBySeq(ports, who, { found, rows });
  return timeline(rows, { definition, nameOf }).map(({ seq, at, type, text, level, node, nodeName, actor }) => ({
    seq,
    at,
    type,
    text: noteOf.has(seq) ? `${text} «${noteOf.get(seq)}»` : text,
    level,
    node: node ?? null,
    nodeName: nodeName ?? null,
    actor: actor === undefined ? null : { id: actor, name: nameOf(actor) },
  }));
}

/** What staff wrote about their looks, by the number of the event; nothing for others than staff. */
async function notesBySeq(
  { attention }: ApiPorts,
  { tenant, actor }: RequestActor,
  { found, rows }: { readonly found: CaseWithRelations; readonly rows: readonly JournalRow[] },
): Promise<ReadonlyMap<number, string>> {
  const looks = rows.flatMap(({ seq, event }) => (event.type === 'CaseLookedAt' ? [{ seq, id: event.noteId }] : []));
  if (looks.length === 0 || !mayLookAt(actor, found)) return new Map();

  const texts = new Map((await attention.book.notes(tenant, found.id)).map(({ id, text }) => [id, text]));
  return new Map(looks.map(({ seq, id }) => [seq, texts.get(id) ?? '']));
}

function peopleIn(event: ProcessEvent): readonly (Id<'Actor'> | undefined)[] {
  if (event.type === 'UserTaskCreated') return [event.task.assignee];
  return event.type === 'UserTaskReminded' ? [event.assignee] : [letterOpening(event)?.person];
}
