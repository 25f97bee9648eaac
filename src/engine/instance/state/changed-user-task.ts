import type { UserTaskInstance } from './process-instance.js';
import type { UserTaskChange, UserTaskEvent, UserTaskHandover } from '../facts/user-task-event.js';

/** Facts after which a task is still open, but another one's or another than before. */
export type UserTaskChanging =
  UserTaskHandover | Extract<UserTaskEvent, { readonly type: 'UserTaskClaimed' | 'UserTaskUnclaimed' }>;

/** The task after such a fact. */
export function changedUserTask(task: UserTaskInstance, event: UserTaskChanging): UserTaskInstance {
  return { ...changed(task, event), revision: task.revision + 1 };
}

function changed(task: UserTaskInstance, event: UserTaskChanging): UserTaskInstance {
  const { assignee: _assignee, owner, delegated: _delegated, rejection: _rejection, ...free } = task;
  const owned = owner === undefined ? {} : { owner };
  switch (event.type) {
    case 'UserTaskClaimed':
      return { ...free, ...owned, state: 'assigned', assignee: event.by };
    case 'UserTaskUnclaimed':
      return { ...free, state: 'created' };
    case 'UserTaskAssigned':
      return { ...free, ...ownerOf(event), state: 'assigned', assignee: event.assignee };
    case 'UserTaskDelegated':
      return { ...free, ...ownerOf(event), state: 'assigned', assignee: event.assignee, delegated: true };
    case 'UserTaskResolved':
      return { ...free, ...owned, state: 'assigned', assignee: event.assignee };
    case 'UserTaskRejected':
      return { ...free, state: 'created', rejection: { by: event.by, reason: event.reason } };
    case 'UserTaskProgressed':
      return { ...task, state: event.state };
    case 'UserTaskChanged':
      return withChange(task, event.change);
  }
}

const ownerOf = ({ owner }: { readonly owner?: NonNullable<UserTaskInstance['owner']> }) =>
  owner === undefined ? {} : { owner };

function withChange(task: UserTaskInstance, { priority, dueAt, followUpAt }: UserTaskChange): UserTaskInstance {
  const { priority: oldPriority, dueAt: oldDueAt, followUpAt: oldFollowUpAt, ...rest } = task;
  const newPriority = priority === undefined ? oldPriority : (priority ?? undefined);
  const newDueAt = dueAt === undefined ? oldDueAt : (dueAt ?? undefined);
  const newFollowUpAt = followUpAt === undefined ? oldFollowUpAt : (followUpAt ?? undefined);
  return {
    ...rest,
    ...(newPriority === undefined ? {} : { priority: newPriority }),
    ...(newDueAt === undefined ? {} : { dueAt: newDueAt }),
    ...(newFollowUpAt === undefined ? {} : { followUpAt: newFollowUpAt }),
  };
}
