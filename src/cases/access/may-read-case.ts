import type { Actor } from '../../engine/index.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { may, mayUse, seesWholeByTask } from './may.js';
import { isOfApplicant, partOfApplication } from './part-of-application.js';
import { mayProtect } from './may-read-person.js';
import type { ReaderRelation } from './may-read-person.js';
import type { DataKind } from './role-matrix.js';

/** What access to a case is decided by. */
export type CaseAccess = Pick<
  CaseWithRelations,
  'family' | 'subject' | 'readers' | 'openAssignees' | 'openCandidateGroups' | 'isProtected' | 'emergencyReaders'
>;

const kinds: Readonly<Record<string, DataKind>> = {
  applicant: 'person-case',
  [partOfApplication]: 'person-case',
  project: 'project',
  safety: 'deviation',
  meeting: 'residents-meeting',
  emergency: 'emergency-access',
};

/** The families of cases that have a row of their own in the role matrix. */
export const families: readonly string[] = Object.keys(kinds);

/** The row of the role matrix for a case of this family. */
export const kindOfCase = (family = 'shared'): DataKind => kinds[family] ?? 'shared-case';

/** How a case is open to somebody: why, by which of their groups, and whether they see all of it or their own tasks in it only. */
export interface WayToCase extends ReaderRelation {
  readonly sees: 'whole' | 'tasks';
}

/** Whether a person may see a case, or something of it. Lists ask the same of `readerOf` and PostgreSQL. */
export const mayReadCase = (actor: Actor, access: CaseAccess): boolean => relationToCase(actor, access) !== undefined;

/** Whether a person who may see a case sees their own tasks in it and nothing else. */
export const seesTasksOnly = (actor: Actor, access: CaseAccess): boolean =>
  relationToCase(actor, access)?.sees === 'tasks';

/** Why a person may see the whole of a case; undefined where they may not. */
export function wayToWholeCase(actor: Actor, access: CaseAccess): WayToCase | undefined {
  const way = relationToCase(actor, access);
  return way?.sees === 'whole' ? way : undefined;
}

/**
 * Why a person may follow a case as a journey in stages: they may see the whole of it, or act for the one it is about now. Undefined where
 * they may not.
 */
export function relationToJourney(
  actor: Actor,
  { isShared, ...access }: CaseAccess & { readonly isShared: boolean },
): ReaderRelation | undefined {
  const whole = wayToWholeCase(actor, access);
  if (whole !== undefined) return whole;
  const isOpen = may({ id: actor.id, groups: [] }, 'read', { data: kindOfCase(access.family), isShared });
  return isOpen ? { role: 'fullmektig', relation: 'shared' } : undefined;
}

/**
 * Why a person may see a case, or undefined where they may not: because it is about them; because their unit reads the process; because
 * a task in it is open for them or their unit, and then perhaps not the whole. User representatives never see a case about another person,
 * whatever else they are; one about a person with a protected address is seen by the group for it only.
 */
export function relationToCase(actor: Actor, access: CaseAccess): WayToCase | undefined {
  const { family, subject, readers, openAssignees, openCandidateGroups, isProtected } = access;
  if (subject === actor.id) return { role: 'soker', relation: 'own', sees: 'whole' };
  if (isOfApplicant(family) && isUserRepresentative(actor)) return undefined;
  if (isProtected && !mayProtect(actor)) return undefined;

  const data = kindOfCase(family);
  const isAssignee = openAssignees.includes(actor.id);
  const ways = actor.groups.flatMap((group): readonly WayToCase[] => {
    const one = { id: actor.id, groups: [group] };
    const hasTask = isAssignee || openCandidateGroups.includes(group);
    if (!may(one, 'read', { data, hasTask, isOfUnit: readers.includes(group) || hasTask })) return [];
    const isReader = may(one, 'read', { data, isOfUnit: readers.includes(group) });
    const sees = isReader || seesWholeByTask(one, data) ? 'whole' : 'tasks';
    return [{ role: group, relation: hasTask ? 'task' : 'unit', sees }];
  });
  return ways.find(({ sees }) => sees === 'whole') ?? emergencyWay(actor, access) ?? ways[0];
}

/** Whether a case is open to somebody because they have broken the glass: then they read all of it, and change nothing. */
export const usesEmergency = (actor: Actor, access: CaseAccess): boolean =>
  relationToCase(actor, access)?.relation === 'emergency';

function emergencyWay(actor: Actor, { emergencyReaders }: CaseAccess): WayToCase | undefined {
  const role = actor.groups.find((group) => mayUse({ groups: [group] }, 'write', 'emergency-access'));
  if (role === undefined || !emergencyReaders.includes(actor.id)) return undefined;
  return { role, relation: 'emergency', sees: 'whole' };
}

/** User representatives work on systems and buildings, not on persons (domain register §5). */
export const isUserRepresentative = (actor: Actor): boolean => actor.groups.includes('brukerrepresentant');
