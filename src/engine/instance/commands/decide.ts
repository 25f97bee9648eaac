import { activateAdHocElements } from './activate-ad-hoc-elements.js';
import { addMultiInstanceBody } from './add-multi-instance-body.js';
import { cancelProcessInstance } from './cancel-process-instance.js';
import type { Command, StartProcessInstance } from './command.js';
import { completeCalledProcess } from './complete-called-process.js';
import { correlateMessage } from './correlate-message.js';
import { decideDeadline } from './decide-deadline.js';
import { decideOperation } from './decide-operation.js';
import { decideEvent } from './decide-event.js';
import { decideUserTask } from './decide-user-task.js';
import type { DecisionWorld } from './decision-world.js';
import { reject, type Decision } from './decision.js';
import { failCalledProcess } from './fail-called-process.js';
import { withReason } from './with-reason.js';
import type { ProcessInstance } from '../state/process-instance.js';
import { resolveIncident } from './resolve-incident.js';
import { startProcessInstance } from './start-process-instance.js';
import { triggerTimer } from './trigger-timer.js';
import { createWorkingCopy } from '../flow/working-copy.js';

/** Decides what follows from a command. Changes nothing, asks no clock; the same question gives the same answer. */
export function decide(instance: ProcessInstance | undefined, command: Command, world: DecisionWorld): Decision {
  return withReason(command, decideWithoutReason(instance, command, world));
}

function decideWithoutReason(instance: ProcessInstance | undefined, command: Command, world: DecisionWorld): Decision {
  if (command.type === 'StartProcessInstance') {
    return instance === undefined
      ? startProcessInstance(createWorkingCopy(undefined, command, world), command)
      : reject({ reason: 'process-instance-exists' });
  }
  if (instance === undefined) return reject({ reason: 'process-instance-not-found' });
  // A timer that rings too late is a race, not a mistake: it is told what every late alarm is told.
  if (instance.state !== 'active' && command.type !== 'TriggerTimer') {
    return reject({ reason: 'process-instance-ended', state: instance.state });
  }
  if (instance.suspended === true && !mayComeWhileSuspended(command))
    return reject({ reason: 'process-instance-suspended' });
  return decideActive(instance, command, world);
}

const mayComeWhileSuspended = ({ type }: LaterCommand): boolean =>
  type === 'ResumeProcessInstance' || type === 'CancelProcessInstance' || type === 'LookAtCase';

type LaterCommand = Exclude<Command, StartProcessInstance>;

function decideActive(instance: ProcessInstance, command: LaterCommand, world: DecisionWorld): Decision {
  const work = createWorkingCopy(instance, command, world);
  switch (command.type) {
    case 'TriggerTimer':
      return triggerTimer(work, command);
    case 'CorrelateMessage':
      return correlateMessage(work, command);
    case 'CompleteCalledProcess':
      return completeCalledProcess(work, command);
    case 'FailCalledProcess':
      return failCalledProcess(work, command);
    case 'AddMultiInstanceBody':
      return addMultiInstanceBody(work, command);
    case 'ActivateAdHocElements':
      return activateAdHocElements(work, command);
    case 'ResolveIncident':
      return resolveIncident(work, command);
    case 'CancelProcessInstance':
      return cancelProcessInstance(work, command);
    case 'ThrowError':
    case 'Escalate':
    case 'ThrowErrorInCaller':
    case 'EscalateInCaller':
    case 'ReceiveSignal':
    case 'TriggerElement':
      return decideEvent(work, command);
    case 'PauseDeadline':
    case 'ResumeDeadline':
    case 'ExtendDeadline':
      return decideDeadline(work, command);
    default:
      return 'userTaskId' in command ? decideUserTask(work, command) : decideOperation(work, command);
  }
}
