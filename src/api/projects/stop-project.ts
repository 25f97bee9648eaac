import { mayStopProject, projectStopped } from '../../cases/projects/may-stop-project.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { StopProjectInput } from '../../contract/project-detail.contract.js';
import { idOf } from '../../shared/id.js';
import { visibleCase } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';

/** Stops a project in whatever phase it is: what is open in it falls away, and everybody who has taken part is told why. 409 where it has ended. */
export async function stopProject(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, reason }: StopProjectInput & { readonly id: string },
): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const found = await visibleCase(ports, asked.who, id);
  if (found.family !== 'project' || found.parentId !== undefined) throw problem('not-found');
  if (!mayStopProject(actor, found)) throw problem('actor-not-allowed');

  const awaited = await ports.caseDecisions.awaited(tenant, found.id, projectStopped);
  return giveCommand(ports, asked, {
    processInstanceId: found.id,
    command: {
      type: 'CorrelateMessage',
      // A repetition finds a project that has ended, and gets the first answer.
      subscriptionId: awaited ?? idOf<'Subscription'>('ingen'),
      variables: { stansBegrunnelse: reason },
      actor,
    },
  });
}
