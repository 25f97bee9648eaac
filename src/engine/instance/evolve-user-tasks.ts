import type { MapEditor } from './map-editor.js';
import type { ProcessInstance, UserTaskInstance } from './process-instance.js';
import type { UserTaskEvent } from './user-task-event.js';

/** Folds a fact about a user task. */
export function evolveUserTasks(edit: MapEditor, instance: ProcessInstance, event: UserTaskEvent): ProcessInstance {
  switch (event.type) {
    case 'UserTaskCreated':
      return { ...instance, userTasks: edit.withEntry(instance.userTasks, event.task.id, event.task) };
    case 'UserTaskClaimed': {
      const claimed = (task: UserTaskInstance): UserTaskInstance => ({
        ...task,
        state: 'assigned',
        assignee: event.by,
        revision: task.revision + 1,
      });
      return { ...instance, userTasks: edit.withChanged(instance.userTasks, event.userTaskId, claimed) };
    }
    case 'UserTaskUnclaimed':
      return { ...instance, userTasks: edit.withChanged(instance.userTasks, event.userTaskId, unclaimed) };
    case 'UserTaskCompleted':
    case 'UserTaskCancelled':
      return { ...instance, userTasks: edit.withoutEntry(instance.userTasks, event.userTaskId) };
    case 'UserTaskReminded':
    case 'DeadlineBreached':
      return instance;
  }
}

function unclaimed(task: UserTaskInstance): UserTaskInstance {
  const { assignee: _assignee, ...rest } = task;
  return { ...rest, state: 'created', revision: task.revision + 1 };
}
