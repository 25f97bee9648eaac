import type { CompleteCalledProcess } from './command.js';
import { completeElement } from '../flow/complete-element.js';
import { reject, type Decision } from './decision.js';
import { waitingCall } from './waiting-call.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows in the caller when the process it called has ended. */
export function completeCalledProcess(work: WorkingCopy, command: CompleteCalledProcess): Decision {
  const { elementInstanceId, variables } = command;
  const call = waitingCall(work, command);
  if (call === undefined) return reject({ reason: 'call-not-active', elementInstanceId });

  completeElement(work, call.id, variables);
  return settle(work);
}
