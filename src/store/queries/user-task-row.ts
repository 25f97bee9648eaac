import type { UserTaskRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { ProcessInstance, UserTask } from '../generated/client.js';
import { instantOf } from './instant-of.js';
import { storedDeadline } from './stored-deadline.js';

/** The columns of a task's case that its row shows. */
export const caseOfTask = {
  id: true,
  title: true,
  definitionKey: true,
  processName: true,
  definitionVersion: true,
  family: true,
  parentId: true,
  subject: true,
  readers: true,
} as const;

type Shown = Omit<UserTask, 'tenant' | 'instance' | 'dueAt' | 'completedBy' | 'createdAt' | 'completedAt'>;

/** A stored task with its case. Statements written by hand tell instants as text, Prisma as dates. */
export interface StoredUserTask extends Shown {
  readonly createdAt: Date | Instant;
  readonly completedAt: Date | Instant | null;
  readonly processInstance: Pick<ProcessInstance, keyof typeof caseOfTask>;
}

/** A task as readers know it. */
export function userTaskRow(stored: StoredUserTask): UserTaskRow {
  const { assignee, form, participation, completedAt, result } = stored;
  const deadline = storedDeadline(stored.deadline);
  return {
    id: idOf(stored.id),
    name: stored.name,
    node: stored.node,
    state: stateOf(stored.state),
    revision: stored.revision,
    candidateGroups: stored.candidateGroups,
    createdAt: instantOf(stored.createdAt),
    case: caseRowOf(stored.processInstance),
    ...(assignee === null ? {} : { assignee: idOf<'Actor'>(assignee) }),
    ...(form === null ? {} : { form }),
    ...(participation === null ? {} : { participation }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(completedAt === null ? {} : { endedAt: instantOf(completedAt) }),
    ...(isVariables(result) ? { result } : {}),
  };
}

const caseRowOf = (stored: StoredUserTask['processInstance']): UserTaskRow['case'] => ({
  id: idOf(stored.id),
  title: stored.title,
  process: stored.definitionKey,
  processName: stored.processName,
  version: stored.definitionVersion,
  family: stored.family,
  readers: stored.readers,
  ...(stored.parentId === null ? {} : { parentId: idOf<'ProcessInstance'>(stored.parentId) }),
  ...(stored.subject === null ? {} : { subject: idOf<'Actor'>(stored.subject) }),
});

const stateOf = (state: string): UserTaskRow['state'] =>
  state === 'assigned' || state === 'completed' || state === 'cancelled' ? state : 'created';

const isVariables = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
