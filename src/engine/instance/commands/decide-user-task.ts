import { unreachable } from '../../../shared/unreachable.js';
import { assignUserTask } from './assign-user-task.js';
import { changeUserTask } from './change-user-task.js';
import { claimUserTask } from './claim-user-task.js';
import { completeUserTask } from './complete-user-task.js';
import type { Decision } from './decision.js';
import { delegateUserTask } from './delegate-user-task.js';
import { progressUserTask } from './progress-user-task.js';
import { rejectUserTask } from './reject-user-task.js';
import { resolveUserTask } from './resolve-user-task.js';
import { unclaimUserTask } from './unclaim-user-task.js';
import type { UserTaskCommand } from './user-task-command.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows from what somebody does with a task. */
export function decideUserTask(work: WorkingCopy, command: UserTaskCommand): Decision {
  const instance = work.instance();
  switch (command.type) {
    case 'ClaimUserTask':
      return claimUserTask(instance, command);
    case 'UnclaimUserTask':
      return unclaimUserTask(instance, command);
    case 'AssignUserTask':
      return assignUserTask(instance, command);
    case 'DelegateUserTask':
      return delegateUserTask(instance, command);
    case 'ResolveUserTask':
      return resolveUserTask(work, command);
    case 'StartUserTask':
    case 'StopUserTask':
      return progressUserTask(instance, command);
    case 'RejectUserTask':
      return rejectUserTask(instance, command);
    case 'ChangeUserTask':
      return changeUserTask(work, command);
    case 'CompleteUserTask':
      return completeUserTask(work, command);
    default:
      return unreachable(command);
  }
}
