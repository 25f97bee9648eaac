import { identityInText } from '../../cases/forms/refused-text.js';
import type { RefusedText } from '../../cases/forms/refused-text.js';
import { identityFinder } from '../../cases/hearings/identity-in-statement.js';
import type { HeardProject } from '../../cases/hearings/identity-in-statement.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';

/** The project; whatever else has this id is not found. A hearing is public, so everybody who sees projects at all may see it. */
export async function heardProject(ports: ApiPorts, tenant: TenantId, id: string): Promise<CaseRow> {
  const found = await ports.cases.find(tenant, idOf<'ProcessInstance'>(id));
  if (found?.family !== 'project' || found.parentId !== undefined) throw problem('not-found');
  return found;
}

/** Says of statements of a hearing where each can tell of somebody, and of what kind that is, never the words. */
export async function placeFinder(
  ports: ApiPorts,
  heard: HeardProject,
): Promise<(text: string) => readonly RefusedText[]> {
  const find = await identityFinder({ ...ports, buildings: ports.homes.reader }, heard);
  return (text) => identityInText('text', find(text));
}
