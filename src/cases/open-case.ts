import type { CaseOfPerson } from '../runtime/only-open-case.js';
import type { CaseReader } from '../runtime/read-ports.js';
import type { TenantId } from '../runtime/ports.js';
import type { Id } from '../shared/id.js';
import { readerOf } from './access/reader-of.js';

/** The newest case of the process about this person that is not ended. Asked as the person: whoever a case is about sees it. */
export async function openCaseOf(
  cases: Pick<CaseReader, 'list'>,
  tenant: TenantId,
  { process, person }: CaseOfPerson,
): Promise<Id<'ProcessInstance'> | undefined> {
  const reader = readerOf({ tenant, actor: { id: person, groups: [] } });
  const found = await cases.list(reader, { process, subject: person });
  return found.find(({ endedAt }) => endedAt === undefined)?.id;
}
