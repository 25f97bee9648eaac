import { unreachable } from '../../shared/unreachable.js';
import { cancelProcessInstance } from './cancel-process-instance.js';
import { claimUserTask } from './claim-user-task.js';
import type { Command, StartProcessInstance } from './command.js';
import { completeCalledProcess } from './complete-called-process.js';
import { completeJob } from './complete-job.js';
import { completeUserTask } from './complete-user-task.js';
import { correlateMessage } from './correlate-message.js';
import type { DecisionWorld } from './decision-world.js';
import { reject, type Decision } from './decision.js';
import { failCalledProcess } from './fail-called-process.js';
import { failJob } from './fail-job.js';
import type { ProcessInstance } from './process-instance.js';
import { resolveIncident } from './resolve-incident.js';
import { startProcessInstance } from './start-process-instance.js';
import { triggerTimer } from './trigger-timer.js';
import { unclaimUserTask } from './unclaim-user-task.js';
import { createWorkingCopy } from './working-copy.js';

/** Decides what follows from a command. Changes nothing, asks no clock; the same question gives the same answer. */
export function decide(instance: ProcessInstance | undefined, command: Command, world: DecisionWorld): Decision {
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
  return decideActive(instance, command, world);
}

type LaterCommand = Exclude<Command, StartProcessInstance>;

function decideActive(instance: ProcessInstance, command: LaterCommand, world: DecisionWorld): Decision {
  const work = createWorkingCopy(instance, command, world);
  switch (command.type) {
    case 'ClaimUserTask':
      return claimUserTask(instance, command);
    case 'UnclaimUserTask':
      return unclaimUserTask(instance, command);
    case 'CompleteUserTask':
      return completeUserTask(work, command);
    case 'TriggerTimer':
      return triggerTimer(work, command);
    case 'CorrelateMessage':
      return correlateMessage(work, command);
    case 'CompleteJob':
      return completeJob(work, command);
    case 'FailJob':
      return failJob(work, command);
    case 'CompleteCalledProcess':
      return completeCalledProcess(work, command);
    case 'FailCalledProcess':
      return failCalledProcess(work, command);
    case 'ResolveIncident':
      return resolveIncident(work, command);
    case 'CancelProcessInstance':
      return cancelProcessInstance(work, command);
    default:
      return unreachable(command);
  }
}
