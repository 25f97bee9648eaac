import type { CommandAnswer } from '../../contract/command.contract.js';
import type { ExtendDeadlineInput, PauseDeadlineInput, ResumeDeadlineInput } from '../../contract/deadline.contract.js';
import { visibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';

/** What a person does with the deadline of a task. */
export type DeadlineWish =
  | ({ readonly type: 'PauseDeadline' } & PauseDeadlineInput)
  | ({ readonly type: 'ResumeDeadline' } & ResumeDeadlineInput)
  | ({ readonly type: 'ExtendDeadline' } & ExtendDeadlineInput);

/** Gives the command for the deadline of a task, to those who work with its case. */
export async function giveDeadlineCommand(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, wish }: { readonly id: string; readonly wish: DeadlineWish },
): Promise<CommandAnswer> {
  const { who, expectedRevision } = asked;
  const task = await visibleUserTask(ports, who, id);
  if (!task.readerMayChangeDeadline) throw problem('actor-not-allowed');

  const { actor } = who;
  const seen = expectedRevision === undefined ? {} : { expectedRevision };
  const command = { ...wish, actor, target: { userTaskId: task.id }, ...seen };
  return giveCommand(ports, asked, { processInstanceId: task.case.id, command, userTaskId: task.id });
}
