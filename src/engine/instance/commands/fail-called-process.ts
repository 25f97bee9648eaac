import type { FailCalledProcess } from './command.js';
import { reject, type Decision } from './decision.js';
import { raiseIncident } from '../flow/run-phase.js';
import { settle } from './settle.js';
import { waitingCall } from './waiting-call.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows in the caller when the process it asked for cannot be started or was cancelled. */
export function failCalledProcess(work: WorkingCopy, command: FailCalledProcess): Decision {
  const { elementInstanceId, message, code = 'UNKNOWN_PROCESS' } = command;
  const call = waitingCall(work, command);
  if (call === undefined) return reject({ reason: 'call-not-active', elementInstanceId });

  raiseIncident(work, call, { code, message });
  return settle(work);
}
