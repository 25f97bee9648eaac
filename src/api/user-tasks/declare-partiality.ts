import type { CommandAnswer } from '../../contract/command.contract.js';
import { partialityAnswerSchema } from '../../contract/user-task.contract.js';
import type { PartialityAnswer } from '../../contract/user-task.contract.js';
import { visibleUserTask } from '../access/visible.js';
import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** What a person says of themselves in a task. */
interface Said {
  readonly id: string;
  readonly reason: string;
}

/** A task in which somebody may say that they are not impartial: it is about somebody else, and a unit's. */
export const asksForImpartiality = ({ actor }: RequestActor, { subject, candidateGroups }: VisibleUserTask): boolean =>
  subject !== undefined && subject !== actor.id && candidateGroups.length > 0;

/**
 * Gives a task back because its doer is not impartial towards the person whom it is about (forvaltningsloven §§ 6 and 8): from then on they do no
 * work about that person. The history says that they are, the report of exceptions why.
 */
export async function declarePartiality(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, reason }: Said,
): Promise<CommandAnswer> {
  const { who, expectedRevision } = asked;
  const task = await visibleUserTask(ports, who, id);
  const { subject } = task;
  if (subject === undefined || !asksForImpartiality(who, task)) throw problem('actor-not-allowed');
  return giveCommand(ports, asked, {
    ...{ processInstanceId: task.case.id, userTaskId: task.id },
    declares: { person: subject, reason },
    command: {
      ...{ type: 'RejectUserTask', userTaskId: task.id, actor: who.actor, reason: 'er inhabil' },
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    },
  });
}

/** Takes back what somebody said of themselves towards the person whom this task is about; 403 where they have said nothing. */
export async function withdrawPartiality(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, reason }: Said,
): Promise<PartialityAnswer> {
  const { tenant, actor } = asked.who;
  const task = await visibleUserTask(ports, asked.who, id);
  const { subject } = task;
  const run = async (): Promise<PartialityAnswer> => {
    const said = subject !== undefined && { actor: actor.id, person: subject, reason, processInstanceId: task.case.id };
    if (!said || !(await ports.impartiality.ties.withdraw(tenant, said))) throw problem('actor-not-allowed');
    return { withdrawn: true };
  };
  return onlyOnce(ports.receipts, asked, { schema: partialityAnswerSchema, run });
}
