import { dueAtOf, type UserTaskInstance } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';
import { renamedIn } from './renamed-in.js';

/** How a user task came to its end. */
interface Ending {
  readonly state: 'completed' | 'cancelled';
  readonly completedAt: Instant;
  readonly completedBy?: string;
  readonly result?: JsonObject;
}

/** A user task as it stands after a change. */
export interface UserTaskRow
  extends Omit<UserTaskInstance, 'elementInstanceId' | 'state' | 'dueAt'>, Omit<Partial<Ending>, 'state'> {
  readonly instance: string;
  readonly state: 'created' | 'assigned' | Ending['state'];
  readonly dueAt: Instant | null;
}

const movingTypes = [
  'UserTaskClaimed',
  'UserTaskUnclaimed',
  'UserTaskAssigned',
  'UserTaskDelegated',
  'UserTaskResolved',
  'UserTaskRejected',
  'UserTaskProgressed',
  'UserTaskChanged',
  'DeadlinePaused',
  'DeadlineResumed',
  'DeadlineExtended',
] as const;

/** The user tasks that a change made, moved or ended. */
export function rowsOfUserTasks(change: Change): readonly UserTaskRow[] {
  const { before, after } = change;
  const created = new Map(eventsOf(change, 'UserTaskCreated').map(({ task }) => [task.id, task]));
  const moved = eventsOf(change, ...movingTypes).flatMap(({ userTaskId }) => userTaskId ?? []);
  const endings = endingsOf(change);

  return [
    ...new Set([...created.keys(), ...moved, ...renamedIn(change, ({ userTasks }) => userTasks), ...endings.keys()]),
  ].flatMap((id) => {
    const task = after.userTasks.get(id) ?? before?.userTasks.get(id) ?? created.get(id);
    return task === undefined ? [] : [rowOf(after.id, task, endings.get(id))];
  });
}

function endingsOf(change: Change): ReadonlyMap<UserTaskInstance['id'], Ending> {
  const completed = eventsOf(change, 'UserTaskCompleted').map(({ userTaskId, at, by, variables }) => {
    const ending: Ending = { state: 'completed', completedAt: at, completedBy: by, result: variables };
    return [userTaskId, ending] as const;
  });
  const cancelled = eventsOf(change, 'UserTaskCancelled').map(({ userTaskId, at }) => {
    const ending: Ending = { state: 'cancelled', completedAt: at };
    return [userTaskId, ending] as const;
  });
  return new Map([...completed, ...cancelled]);
}

function rowOf(instance: string, task: UserTaskInstance, ending: Ending | undefined): UserTaskRow {
  const { elementInstanceId: _element, state, ...shown } = task;
  // Lists of open work ask whose a task is, not whether it is begun.
  const row = {
    ...shown,
    state: state === 'inProgress' ? 'assigned' : state,
    instance,
    dueAt: dueAtOf(task) ?? null,
  } as const;
  return ending === undefined ? row : { ...row, ...ending, revision: task.revision + 1 };
}
