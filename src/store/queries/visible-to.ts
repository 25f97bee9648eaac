import type { Reader } from '../../runtime/read-ports.js';
import type { Prisma } from '../generated/client.js';

/**
 * The cases that a person may see, as a condition: the rule of `mayReadCase` (cases/access) in the words of the database.
 * A test compares the two.
 */
export function visibleTo({ tenant, actor }: Reader): Prisma.ProcessInstanceWhereInput {
  const groups = [...actor.groups];
  const open = { state: { in: ['created', 'assigned'] }, candidateGroups: { hasSome: groups } };
  const related: Prisma.ProcessInstanceWhereInput[] = [
    { readers: { hasSome: groups } },
    { userTasks: { some: { OR: [{ assignee: actor.id }, open] } } },
  ];
  const isUserRepresentative = groups.includes('brukerrepresentant');
  return {
    tenant,
    OR: [{ subject: actor.id }, { OR: related, ...(isUserRepresentative ? { NOT: { family: 'applicant' } } : {}) }],
  };
}
