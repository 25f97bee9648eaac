import type { Actor } from '../../engine/index.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';

/** What access to a case is decided by. */
export type CaseAccess = Pick<
  CaseWithRelations,
  'family' | 'subject' | 'readers' | 'assignees' | 'openCandidateGroups'
>;

/**
 * Whether a person may see a case: as a reader of its process, as the one it is about, or because of work in it. User
 * representatives never see a case about another person, whatever else they are. Lists apply the same rule in SQL.
 */
export function mayReadCase(actor: Actor, access: CaseAccess): boolean {
  if (access.subject === actor.id) return true;
  if (access.family === 'applicant' && isUserRepresentative(actor)) return false;
  if (access.assignees.includes(actor.id)) return true;
  return actor.groups.some((group) => access.readers.includes(group) || access.openCandidateGroups.includes(group));
}

/** User representatives work on systems and buildings, not on persons (domain register §5). */
export const isUserRepresentative = (actor: Actor): boolean => actor.groups.includes('brukerrepresentant');
