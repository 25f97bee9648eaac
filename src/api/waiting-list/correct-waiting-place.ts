import { mayCorrectPlace } from '../../cases/access/may-correct-place.js';
import { circumstancesIn } from '../../cases/waiting-list/priority/circumstances.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { CorrectWaitingPlace } from '../../contract/waiting-list.contract.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { caseOfDecisions } from '../decisions/visible-decision.js';
import { problem } from '../problem/problem.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';

/**
 * Corrects what counts in the priority key of somebody who waits: the case hears it as message `nye-opplysninger`, so that its journal
 * tells who said what and when. For the person, who acts for them, and staff who keep the list.
 */
export async function correctWaitingPlace(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, corrected }: { readonly id: string; readonly corrected: CorrectWaitingPlace },
): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const found = await caseOfDecisions(ports, asked.who, { id, data: 'decision', part: 'waiting-list' });
  if (!mayCorrectPlace(actor, found)) throw problem('actor-not-allowed');

  // Where nobody waits, or a repetition comes, the road itself refuses or gives the first answer.
  const waiting = await hearsCorrections(ports, tenant, found);
  const subscriptionId = waiting ?? idOf<'Subscription'>('ingen');
  const variables = circumstancesIn({ ...corrected });
  const command = { type: 'CorrelateMessage', subscriptionId, variables, actor } as const;
  return giveCommand(ports, asked, { processInstanceId: found.id, command });
}

/** The subscription by which a case that waits hears what is corrected; undefined while it does not. */
export const hearsCorrections = (
  { caseDecisions }: Pick<ApiPorts, 'caseDecisions'>,
  tenant: TenantId,
  { id }: Pick<CaseRow, 'id'>,
): Promise<Id<'Subscription'> | undefined> => caseDecisions.awaited(tenant, id, 'nye-opplysninger');
