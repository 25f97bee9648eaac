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
  return isTheirTask(actor, task) || readsAllWork(actor, { readers });
}

/** Whether a person is of the staff who read the process, and so what is written in every form of it. */
export const readsAllWork = ({ groups }: Actor, { readers }: Pick<CaseRow, 'readers'>): boolean =>
  groups.some((group) => readers.includes(group) && !outsiders.includes(group));

/** Whether it is, or was, a person's own work or that of a group of theirs. */
export const isTheirTask = (
  { id, groups }: Actor,
  { assignee, candidateGroups }: Pick<UserTaskRow, 'assignee' | 'candidateGroups'>,
): boolean => assignee === id || groups.some((group) => candidateGroups.includes(group));
