import { unreachable } from '../../../shared/unreachable.js';
import { changeTimer } from './change-timer.js';
import { completeJob } from './complete-job.js';
import type { Decision } from './decision.js';
import { failJob } from './fail-job.js';
import type { JobCommand } from './job-command.js';
import { activateJob, extendJobLease } from './lease-job.js';
import { lookAtCase } from './look-at-case.js';
import { migrateProcessInstance } from '../operations/migrate-process-instance.js';
import { modifyProcessInstance } from '../operations/modify-process-instance.js';
import type { OperationCommand } from './operation-command.js';
import { reportUntouched } from './report-untouched.js';
import { setVariables } from './set-variables.js';
import { resumeProcessInstance, suspendProcessInstance } from './suspend-process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows from what workers do with jobs, and operators with the instance. */
export function decideOperation(work: WorkingCopy, command: JobCommand | OperationCommand): Decision {
  const instance = work.instance();
  switch (command.type) {
    case 'ActivateJob':
      return activateJob(instance, command);
    case 'ExtendJobLease':
      return extendJobLease(instance, command);
    case 'CompleteJob':
      return completeJob(work, command);
    case 'FailJob':
      return failJob(work, command);
    case 'SuspendProcessInstance':
      return suspendProcessInstance(instance, command);
    case 'ResumeProcessInstance':
      return resumeProcessInstance(instance, command);
    case 'ModifyProcessInstance':
      return modifyProcessInstance(work, command);
    case 'MigrateProcessInstance':
      return migrateProcessInstance(instance, command, work.world);
    case 'LookAtCase':
      return lookAtCase(command);
    case 'ReportUntouched':
      return reportUntouched(work);
    case 'ChangeTimer':
      return changeTimer(instance, command);
    case 'SetVariables':
      return setVariables(work, command);
    default:
      return unreachable(command);
  }
}
