import { lateStatement } from '../../cases/projects/project-facts.js';
import type { TenantId } from '../../runtime/ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';

/** 422 where a form of what comes after a hearing (`"x-needs-answered-statements": true`) comes while a late statement waits for an answer. */
export async function requireNoUnansweredStatements(
  ports: Pick<ApiPorts, 'userTasks'>,
  tenant: TenantId,
  { task, schema }: { readonly task: UserTaskRow; readonly schema: JsonObject | undefined },
): Promise<void> {
  if (schema?.['x-needs-answered-statements'] !== true) return;
  const tasks = await ports.userTasks.ofCases(tenant, [task.case.id]);
  const isOpen = ({ state }: UserTaskRow): boolean => state !== 'completed' && state !== 'cancelled';
  const open = tasks.filter((one) => one.node === lateStatement.node && isOpen(one)).length;
  if (open === 0) return;
  const detail = open === 1 ? '1 uttalelse må besvares først.' : `${open} uttalelser må besvares først.`;
  throw problem('statements-unanswered', { detail });
}

/** 422 where a form that ends the work on a hearing (`"x-needs-published-statements": true`) comes before every statement is public. */
export async function requireNoHeldStatements(
  ports: Pick<ApiPorts, 'hearings'>,
  tenant: TenantId,
  { task, schema }: { readonly task: UserTaskRow; readonly schema: JsonObject | undefined },
): Promise<void> {
  if (schema?.['x-needs-published-statements'] !== true) return;
  const { held } = await ports.hearings.count(tenant, task.case.id);
  if (held === 0) return;
  const detail = held === 1 ? '1 uttalelse må sladdes først.' : `${held} uttalelser må sladdes først.`;
  throw problem('statements-held', { detail });
}
