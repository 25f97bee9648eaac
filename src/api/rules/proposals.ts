import { wayToWholeCase } from '../../cases/access/may-read-case.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { rootVariables } from '../../cases/root-variables.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** A case in which another rule is, or was, proposed, and what is known in it. */
export interface Proposal {
  readonly found: CaseWithRelations;
  readonly variables: JsonObject;
}

/** The newest cases of a process in which rules are proposed, of those that `who` may see whole; 20 unless told. */
export async function proposalsFor(
  { cases }: Pick<ApiPorts, 'cases'>,
  { tenant, actor }: RequestActor,
  { process, atMost = 20 }: { readonly process: string; readonly atMost?: number },
): Promise<readonly Proposal[]> {
  const listed = await cases.list(readerOf({ tenant, actor }), { process });
  const read = listed.slice(0, atMost).map(async ({ id }): Promise<readonly Proposal[]> => {
    const [found, instance] = await Promise.all([cases.find(tenant, id), cases.snapshot(tenant, id)]);
    const isOpen = found !== undefined && wayToWholeCase(actor, found) !== undefined;
    return isOpen ? [{ found, variables: rootVariables(instance) }] : [];
  });
  return (await Promise.all(read)).flat();
}
