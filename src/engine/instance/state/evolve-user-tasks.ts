import { changedUserTask } from './changed-user-task.js';
import type { MapEditor } from './map-editor.js';
import type { ProcessInstance, UserTaskInstance } from './process-instance.js';
import type { UserTaskEvent } from '../facts/user-task-event.js';

/** Folds a fact about a user task. */
export function evolveUserTasks(edit: MapEditor, instance: ProcessInstance, event: UserTaskEvent): ProcessInstance {
  switch (event.type) {
    case 'UserTaskCreated':
      return { ...instance, userTasks: edit.withEntry(instance.userTasks, event.task.id, event.task) };
    case 'UserTaskCompleted':
    case 'UserTaskCancelled':
      return { ...instance, userTasks: edit.withoutEntry(instance.userTasks, event.userTaskId) };
    case 'UserTaskReminded':
    case 'DeadlineBreached':
      return instance;
    default: {
      const changed = (task: UserTaskInstance): UserTaskInstance => changedUserTask(task, event);
      return { ...instance, userTasks: edit.withChanged(instance.userTasks, event.userTaskId, changed) };
    }
  }
}
