import type { CommandAnswer } from '../../contract/command.contract.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { visibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import { giveUserTaskCommand } from '../user-tasks/give-user-task-command.js';

/** What a user representative answers, to which invitation. */
export interface InvitationAnswer {
  readonly taskId: string;
  readonly answer: { readonly answer: string; readonly message: string; readonly adaptations: string };
}

/**
 * Takes the invitation in the person's name and completes it. Both steps have a receipt of their own, so that a crash between
 * them is mended by asking again.
 */
export async function answerInvitation(
  ports: ApiPorts,
  asked: AskedCommand,
  { taskId, answer }: InvitationAnswer,
): Promise<CommandAnswer> {
  const task = await visibleUserTask(ports, asked.who, taskId);
  if (task.participation === undefined) throw problem('not-found');

  const expectedRevision = (await wasTakenByUs(ports, asked, task)) ? (asked.expectedRevision ?? 0) + 1 : undefined;
  const variables = { svar: answer.answer, melding: answer.message, tilrettelegging: answer.adaptations };
  return giveUserTaskCommand(ports, expectedRevision === undefined ? asked : { ...asked, expectedRevision }, {
    id: taskId,
    type: 'CompleteUserTask',
    variables,
  });
}

/** Claims an open invitation that nobody has; true when this request, or its first attempt, was the one that claimed it. */
async function wasTakenByUs(ports: ApiPorts, asked: AskedCommand, task: UserTaskRow): Promise<boolean> {
  const { who, expectedRevision } = asked;
  const receipt = { ...asked.receipt, key: `${asked.receipt.key}/claim` };
  if (task.state !== 'created') return (await ports.receipts.find(who.tenant, who.actor.id, receipt.key)) !== undefined;

  const seen = expectedRevision === undefined ? {} : { expectedRevision };
  await giveCommand(
    ports,
    { ...asked, receipt },
    {
      processInstanceId: task.case.id,
      command: { type: 'ClaimUserTask', userTaskId: task.id, actor: who.actor, ...seen },
      userTaskId: task.id,
    },
  );
  return true;
}
