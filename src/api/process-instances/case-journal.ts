import { timeline } from '../../cases/timeline/timeline.js';
import type { JournalEntry } from '../../contract/process-instance.contract.js';
import type { ProcessEvent } from '../../engine/index.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';

/** The timeline of a case. */
export async function caseJournal(ports: ApiPorts, { tenant }: RequestActor, found: CaseRow): Promise<JournalEntry[]> {
  const [rows, definition] = await Promise.all([
    ports.cases.journal(tenant, found.id),
    ports.definitionSource.load({ tenant, key: found.process, version: found.version }),
  ]);
  const people = rows.flatMap(({ actor, event }) => [actor, ...peopleIn(event)]);
  const { nameOf } = await viewContext(ports, tenant, people);
  return timeline(rows, { definition, nameOf }).map(({ seq, at, type, text, level, node, nodeName, actor }) => ({
    seq,
    at,
    type,
    text,
    level,
    node: node ?? null,
    nodeName: nodeName ?? null,
    actor: actor === undefined ? null : { id: actor, name: nameOf(actor) },
  }));
}

function peopleIn(event: ProcessEvent): readonly (Id<'Actor'> | undefined)[] {
  if (event.type === 'UserTaskCreated') return [event.task.assignee];
  return event.type === 'UserTaskReminded' ? [event.assignee] : [];
}
