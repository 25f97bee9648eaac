import type { Actor } from '../../engine/index.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { outsiders } from './may-read-work.js';

/** Who has to do with a case. */
export type CaseAttention = Pick<CaseWithRelations, 'subject' | 'readers' | 'openCandidateGroups' | 'assignees'>;

/** Whether a look of this person counts: staff who have to do with the case, never the one whom it is about. */
export function mayLookAt(actor: Actor, { subject, readers, openCandidateGroups, assignees }: CaseAttention): boolean {
  if (actor.id === subject) return false;
  const staff = actor.groups.filter((group) => !outsiders.includes(group));
  const hasTask = staff.length > 0 && assignees.includes(actor.id);
  return hasTask || staff.some((group) => readers.includes(group) || openCandidateGroups.includes(group));
}
