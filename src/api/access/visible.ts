import { mayReadCase } from '../../cases/access/may-read-case.js';
import { mayReadWork } from '../../cases/access/may-read-work.js';
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
  readonly isOpenToReader: boolean;
}

/** The task, if `who` may see its case; otherwise the same 404 as for one that does not exist. */
export async function visibleUserTask(ports: ApiPorts, who: RequestActor, id: string): Promise<VisibleUserTask> {
  const task = await ports.userTasks.find(who.tenant, idOf<'UserTask'>(id));
  if (task === undefined) throw problem('not-found');
  const found = await visibleCase(ports, who, task.case.id);
  return { ...task, isOpenToReader: mayReadWork(who.actor, found, task) };
}

/** The incident, for operators only: 403 for everybody else, whether it exists or not. */
export async function visibleIncident(ports: ApiPorts, who: RequestActor, id: string): Promise<IncidentRow> {
  requireGroup(who, 'admin');
  const incident = await ports.incidents.find(who.tenant, idOf<'Incident'>(id));
  if (incident === undefined) throw problem('not-found');
  return incident;
}

/** A case as operators handle it, without a look at what it is about: 403 for everybody else, whether it exists or not. */
export async function operatedCase(ports: ApiPorts, who: RequestActor, id: string): Promise<CaseWithRelations> {
  requireGroup(who, 'admin');
  const found = await ports.cases.find(who.tenant, idOf<'ProcessInstance'>(id));
  if (found === undefined) throw problem('not-found');
  return found;
}

/** 403 unless `who` belongs to the group. */
export function requireGroup({ actor }: RequestActor, group: string): void {
  if (!actor.groups.includes(group)) throw problem('actor-not-allowed');
}
