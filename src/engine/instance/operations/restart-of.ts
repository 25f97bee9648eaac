import type { Id } from '../../../shared/id.js';
import type { StartProcessInstance } from '../commands/command.js';
import type { StartInstruction } from '../commands/operation-command.js';
import type { ProcessInstance } from '../state/process-instance.js';

/**
 * The command that takes an ended instance up again, as a new one with the variables it ended with: from its beginning, or at
 * the nodes that are given. Undefined while it has not ended.
 */
export function restartOf(
  ended: ProcessInstance,
  processInstanceId: Id<'ProcessInstance'>,
  startAt?: readonly StartInstruction[],
): Omit<StartProcessInstance, 'actor' | 'at'> | undefined {
  const { id: restarts, businessKey, finalVariables: variables = {}, state } = ended;
  if (state === 'active') return undefined;
  return {
    type: 'StartProcessInstance',
    processInstanceId,
    variables,
    restarts,
    ...(businessKey === undefined ? {} : { businessKey }),
    ...(startAt === undefined ? {} : { startAt }),
  };
}
