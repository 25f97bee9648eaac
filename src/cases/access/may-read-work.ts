import type { Actor } from '../../engine/index.js';
import type { CaseRow, UserTaskRow } from '../../runtime/read-ports.js';

/** Groups that see where a case is, not what staff write in the forms on the way. */
export const outsiders: readonly string[] = ['soker', 'brukerrepresentant'];

/** Whether a person may see the answers in a task's form: those whose work it is, and the staff who read the process. */
export function mayReadWork(
  actor: Actor,
  { readers }: Pick<CaseRow, 'readers'>,
  task: Pick<UserTaskRow, 'assignee' | 'candidateGroups'>,
): boolean {
  const staffReaders = readers.filter((group) => !outsiders.includes(group));
  return isTheirTask(actor, task) || actor.groups.some((group) => staffReaders.includes(group));
}

/** Whether it is, or was, a person's own work or that of a group of theirs. */
export const isTheirTask = (
  { id, groups }: Actor,
  { assignee, candidateGroups }: Pick<UserTaskRow, 'assignee' | 'candidateGroups'>,
): boolean => assignee === id || groups.some((group) => candidateGroups.includes(group));
