import type { LetterRow, TimerRow } from '../../runtime/read-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';

type CaseIds = readonly Id<'ProcessInstance'>[];

/** The letters of a case and its parts, as if they were one: the oldest first. */
export async function lettersOf({ cases }: ApiPorts, tenant: TenantId, ids: CaseIds): Promise<readonly LetterRow[]> {
  const letters = await Promise.all(ids.map((id) => cases.letters(tenant, id)));
  return letters.flat().toSorted((one, other) => one.at.localeCompare(other.at));
}

/** The alarms of a case and its parts. */
export async function timersOf({ timers }: ApiPorts, tenant: TenantId, ids: CaseIds): Promise<readonly TimerRow[]> {
  return (await Promise.all(ids.map((id) => timers.ofCase(tenant, id)))).flat();
}
