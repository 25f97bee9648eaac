import { changedUserTask } from './changed-user-task.js';
import type { MapEditor } from './map-editor.js';
import type { ProcessInstance, UserTaskInstance } from './process-instance.js';
import type { DeadlineEvent } from '../facts/deadline-event.js';
import type { UserTaskEvent } from '../facts/user-task-event.js';

/** Facts about user tasks, and about the deadlines that they have. */
export type UserTaskFact = UserTaskEvent | Exclude<DeadlineEvent, { readonly type: 'TimerMoved' }>;

/** Folds a fact about a user task. */
export function evolveUserTasks(edit: MapEditor, instance: ProcessInstance, event: UserTaskFact): ProcessInstance {
  switch (event.type) {
    case 'UserTaskCreated':
      return { ...instance, userTasks: edit.withEntry(instance.userTasks, event.task.id, event.task) };
    case 'UserTaskCompleted':
    case 'UserTaskCancelled':
      return { ...instance, userTasks: edit.withoutEntry(instance.userTasks, event.userTaskId) };
    case 'UserTaskReminded':
      return instance;
    case 'DeadlineBreached': {
      const legally = event.clock === 'legal' ? ({ legallyBreached: true } as const) : {};
      const breached = (task: UserTaskInstance): UserTaskInstance => ({ ...task, breached: true, ...legally });
      return { ...instance, userTasks: edit.withChanged(instance.userTasks, event.userTaskId, breached) };
    }
    case 'DeadlinePaused':
    case 'DeadlineResumed':
    case 'DeadlineExtended':
      return withDeadline(edit, instance, event);
    default: {
      const changed = (task: UserTaskInstance): UserTaskInstance => changedUserTask(task, event);
      return { ...instance, userTasks: edit.withChanged(instance.userTasks, event.userTaskId, changed) };
    }
  }
}

// The deadline of an event is kept by its timer, which is moved by a fact of its own.
function withDeadline(
  edit: MapEditor,
  instance: ProcessInstance,
  { userTaskId, deadline }: Exclude<UserTaskFact, UserTaskEvent>,
): ProcessInstance {
  if (userTaskId === undefined) return instance;
  const changed = (task: UserTaskInstance): UserTaskInstance => ({ ...task, deadline, revision: task.revision + 1 });
  return { ...instance, userTasks: edit.withChanged(instance.userTasks, userTaskId, changed) };
}
