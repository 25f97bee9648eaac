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
  if (task.assignee === actor.id) return true;
  const staffReaders = readers.filter((group) => !outsiders.includes(group));
  return actor.groups.some((group) => task.candidateGroups.includes(group) || staffReaders.includes(group));
}
