import { may } from '../../cases/access/may.js';
import { circumstancesIn } from '../../cases/waiting-list/priority/circumstances.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { CorrectWaitingPlace } from '../../contract/waiting-list.contract.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { caseOfDecisions } from '../decisions/visible-decision.js';
import { problem } from '../problem/problem.js';
import { idOf } from '../../shared/id.js';

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
  const found = await caseOfDecisions(ports, asked.who, { id, data: 'decision' });
  const isOfUnit = actor.groups.some((group) => found.readers.includes(group));
  if (!found.isOwn && !found.isShared && !may(actor, 'write', { data: 'waiting-list', isOfUnit }))
    throw problem('actor-not-allowed');

  // Where nobody waits, or a repetition comes, the road itself refuses or gives the first answer.
  const waiting = await ports.caseDecisions.awaited(tenant, found.id, 'nye-opplysninger');
  const subscriptionId = waiting ?? idOf<'Subscription'>('ingen');
  const variables = circumstancesIn({ ...corrected });
  const command = { type: 'CorrelateMessage', subscriptionId, variables, actor } as const;
  return giveCommand(ports, asked, { processInstanceId: found.id, command });
}
