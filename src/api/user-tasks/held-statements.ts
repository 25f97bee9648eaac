import type { TenantId } from '../../runtime/ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';

/** 422 where a form that ends the work on a hearing (`"x-needs-published-statements": true`) comes before every statement is public. */
export async function requireNoHeldStatements(
  ports: Pick<ApiPorts, 'hearings'>,
  tenant: TenantId,
  { task, schema }: { readonly task: UserTaskRow; readonly schema: JsonObject | undefined },
): Promise<void> {
  if (schema?.['x-needs-published-statements'] !== true) return;
  const all = await ports.hearings.ofProject(tenant, task.case.id);
  const held = all.filter(({ state }) => state === 'held').length;
  if (held === 0) return;
  const detail = held === 1 ? '1 uttalelse må sladdes først.' : `${held} uttalelser må sladdes først.`;
  throw problem('statements-held', { detail });
}
