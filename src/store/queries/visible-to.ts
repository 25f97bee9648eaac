import type { Reader } from '../../runtime/read-ports.js';
import type { Prisma } from '../generated/client.js';
import type { PrismaReader } from '../prisma-for.js';

/**
 * The cases that a person may see, as a condition: the rule of `mayReadCase` (cases/access) in the words of the database; those about
 * the `hidden` only by being one of them. A test compares the two.
 */
export function visibleTo({ tenant, actor }: Reader, hidden: readonly string[]): Prisma.ProcessInstanceWhereInput {
  const groups = [...actor.groups];
  const open = { state: { in: ['created', 'assigned'] } };
  const related: Prisma.ProcessInstanceWhereInput[] = [
    { readers: { hasSome: groups } },
    { userTasks: { some: { ...open, OR: [{ assignee: actor.id }, { candidateGroups: { hasSome: groups } }] } } },
  ];
  // `in []` is nobody.
  const closed = groups.includes('brukerrepresentant') ? { family: 'applicant' } : { id: { in: [] } };
  return {
    tenant,
    OR: [{ subject: actor.id }, { OR: related, NOT: { OR: [closed, { subject: { in: [...hidden] } }] } }],
  };
}

/** The people whose cases are hidden from this reader: those with a protected address (kode 6 and 7), but for the group for it. */
export async function hiddenFrom({ tenant, actor }: Reader, prisma: PrismaReader): Promise<readonly string[]> {
  if (actor.groups.includes('adressesperre')) return [];
  const where = { tenant, protection: { not: 'none' } };
  return (await prisma.registeredPerson.findMany({ where, select: { id: true } })).map(({ id }) => id);
}
