import type { Actor } from '../../engine/index.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { may } from './may.js';
import { mayProtect } from './may-read-person.js';
import type { ReaderRelation } from './may-read-person.js';
import type { DataKind } from './role-matrix.js';

/** What access to a case is decided by. */
export type CaseAccess = Pick<
  CaseWithRelations,
  'family' | 'subject' | 'readers' | 'openAssignees' | 'openCandidateGroups' | 'isProtected'
>;

const kinds: Readonly<Record<string, DataKind>> = {
  applicant: 'person-case',
  project: 'project',
  safety: 'deviation',
  meeting: 'residents-meeting',
};

/** The families of cases that have a row of their own in the role matrix. */
export const families: readonly string[] = Object.keys(kinds);

/** The row of the role matrix for a case of this family. */
export const kindOfCase = (family = 'shared'): DataKind => kinds[family] ?? 'shared-case';

/** Whether a person may see a case. Lists ask the same of `readerOf` and PostgreSQL. */
export const mayReadCase = (actor: Actor, access: CaseAccess): boolean => relationToCase(actor, access) !== undefined;

/**
 * Why a person may see a case, or undefined where they may not: because it is about them; because their unit reads the process; because
 * a task in it is open for them or their unit. User representatives never see a case about another person, whatever else they are; one
 * about a person with a protected address is seen by the group for it only.
 */
export function relationToCase(actor: Actor, access: CaseAccess): ReaderRelation | undefined {
  const { family, subject, readers, openAssignees, openCandidateGroups, isProtected } = access;
  if (subject === actor.id) return { role: 'soker', relation: 'own' };
  if (family === 'applicant' && isUserRepresentative(actor)) return undefined;
  if (isProtected && !mayProtect(actor)) return undefined;

  const isAssignee = openAssignees.includes(actor.id);
  const ways = actor.groups.map((group): ReaderRelation | undefined => {
    const hasTask = isAssignee || openCandidateGroups.includes(group);
    const isOfUnit = readers.includes(group) || hasTask;
    const isOpen = may({ id: actor.id, groups: [group] }, 'read', { data: kindOfCase(family), hasTask, isOfUnit });
    return isOpen ? { role: group, relation: hasTask ? 'task' : 'unit' } : undefined;
  });
  return ways.find((way) => way !== undefined);
}

/** User representatives work on systems and buildings, not on persons (domain register §5). */
export const isUserRepresentative = (actor: Actor): boolean => actor.groups.includes('brukerrepresentant');
