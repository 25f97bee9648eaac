import { mayUse } from '../../cases/access/may.js';
import type { Journey } from '../../contract/journey.contract.js';
import type { CaseRow, CaseWithRelations } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { opensPart, tieTo } from '../decisions/visible-decision.js';
import type { RequestActor } from '../request-actor.js';
import { isWaiting } from '../waiting-list/waiting-place.js';

/** What of a case has a way of its own, and whether it is there for the reader to ask for; nothing is shown by saying so. */
export type OpenBeside = Pick<Journey, 'opensDecisions' | 'opensRecords' | 'isWaiting'>;

/** That of a case that `who` sees. */
export async function openBeside(ports: ApiPorts, who: RequestActor, found: CaseWithRelations): Promise<OpenBeside> {
  const known = { ...found, ...(await tieTo(ports, who, found)) };
  const opensDecisions = opensPart(who, 'decision', known);
  return {
    opensDecisions,
    opensRecords: opensPart(who, 'health', known) && (await hasRecords(ports, who, found)),
    isWaiting: opensDecisions && (await isWaiting(ports, who, found)),
  };
}

/** That of a case about `who`. */
export const openBesideOwn = async (ports: ApiPorts, who: RequestActor, found: CaseRow): Promise<OpenBeside> => ({
  opensDecisions: mayUse(who.actor, 'read', 'decision'),
  opensRecords: mayUse(who.actor, 'read', 'health') && (await hasRecords(ports, who, found)),
  isWaiting: await isWaiting(ports, who, found),
});

// Many cases never have any: an appeal, a talk about the future.
const hasRecords = async ({ caseDecisions }: ApiPorts, { tenant }: RequestActor, { id }: CaseRow): Promise<boolean> =>
  (await caseDecisions.recordsOf(tenant, id)).length > 0;
