import type { EscalateInCaller, ThrowErrorInCaller } from './event-command.js';
import { reject, type Decision } from './decision.js';
import type { ElementInstance } from '../state/process-instance.js';
import { raiseIncident } from '../flow/run-phase.js';
import { settle } from './settle.js';
import { throwError, throwEscalation } from '../events/throw-error.js';
import type { Thrower } from '../events/thrower.js';
import { waitingCall } from './waiting-call.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows at a call activity when the process it called has ended by an error. */
export function throwErrorInCaller(work: WorkingCopy, command: ThrowErrorInCaller): Decision {
  const { elementInstanceId, code, message, variables } = command;
  const call = waitingCall(work, command);
  if (call === undefined) return reject({ reason: 'call-not-active', elementInstanceId });

  const said = { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
  const problem = throwError(work, throwerAt(call), { ...said, variables });
  if (problem !== undefined) raiseIncident(work, call, problem);
  return settle(work);
}

/** Decides what follows at a call activity when the process it called, which goes on, has escalated something. */
export function escalateInCaller(work: WorkingCopy, command: EscalateInCaller): Decision {
  const { elementInstanceId, code, variables } = command;
  const call = waitingCall(work, command);
  if (call === undefined) return reject({ reason: 'call-not-active', elementInstanceId });

  throwEscalation(work, throwerAt(call), { ...(code === undefined ? {} : { code }), variables });
  return settle(work);
}

function throwerAt({ id: elementInstanceId, node, parentId: scopeInstanceId, tokenId }: ElementInstance): Thrower {
  if (scopeInstanceId === undefined)
    throw new Error(`Expected '${node}' to be called in a scope, but it stands in none`);
  return { node, scopeInstanceId, elementInstanceId, ...(tokenId === undefined ? {} : { tokenId }) };
}
