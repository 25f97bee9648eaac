import type { Actor } from '../../engine/index.js';
import type { CaseRow, UserTaskRow } from '../../runtime/read-ports.js';
import { mayReadWork, outsiders } from './may-read-work.js';

/**
 * Whether a person may stop, start or extend the clock of a task: staff who work with the case. Never the one whom the case
 * is about: nobody sets their own deadline.
 */
export function mayChangeDeadline(
  actor: Actor,
  { readers, subject }: Pick<CaseRow, 'readers' | 'subject'>,
  { candidateGroups }: Pick<UserTaskRow, 'candidateGroups'>,
): boolean {
  const staff = candidateGroups.filter((group) => !outsiders.includes(group));
  return subject !== actor.id && mayReadWork(actor, { readers }, { candidateGroups: staff });
}
