import { mayReadCase, seesTasksOnly, usesEmergency } from '../../cases/access/may-read-case.js';
import { mayChangeDeadline } from '../../cases/access/may-change-deadline.js';
import { isTheirTask, mayReadWork } from '../../cases/access/may-read-work.js';
import type { CaseWithRelations, IncidentRow, UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** The case, if `who` may see it; otherwise the same 404 as for one that does not exist. */
export async function visibleCase(ports: ApiPorts, who: RequestActor, id: string): Promise<CaseWithRelations> {
  const found = await ports.cases.find(who.tenant, idOf<'ProcessInstance'>(id));
  if (found === undefined || !mayReadCase(who.actor, found)) throw problem('not-found');
  return found;
}

/** A task, and whether the reader may see the answers in its form. */
export interface VisibleUserTask extends UserTaskRow {
  /** Whom its case is about. */
  readonly subject: CaseWithRelations['subject'] | undefined;
  readonly isOpenToReader: boolean;
  /** Whether the reader may stop, start or extend its clock. */
  readonly readerMayChangeDeadline: boolean;
}

/** The task, if `who` may see its case, and more of it than tasks of their own; otherwise the same 404 as for one that does not exist. */
export async function visibleUserTask(ports: ApiPorts, who: RequestActor, id: string): Promise<VisibleUserTask> {
  const task = await ports.userTasks.find(who.tenant, idOf<'UserTask'>(id));
  if (task === undefined) throw problem('not-found');
  const found = await visibleCase(ports, who, task.case.id);
  const { actor } = who;
  if (seesTasksOnly(actor, found) && !isTheirTask(actor, task)) throw problem('not-found');
  return {
    ...task,
    subject: found.subject,
    isOpenToReader: mayReadWork(actor, found, task) || usesEmergency(actor, found),
    readerMayChangeDeadline: mayChangeDeadline(actor, found, task),
  };
}

/** The incident; only operators come so far (route table). */
export async function visibleIncident(ports: ApiPorts, who: RequestActor, id: string): Promise<IncidentRow> {
  const incident = await ports.incidents.find(who.tenant, idOf<'Incident'>(id));
  if (incident === undefined) throw problem('not-found');
  return incident;
}

/** A case as operators handle it, without a look at what it is about; only they come so far (route table). */
export async function operatedCase(ports: ApiPorts, who: RequestActor, id: string): Promise<CaseWithRelations> {
  const found = await ports.cases.find(who.tenant, idOf<'ProcessInstance'>(id));
  if (found === undefined) throw problem('not-found');
  return found;
}
