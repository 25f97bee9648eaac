import type { Reader, WayToCases } from '../../runtime/reader.js';
import type { Prisma } from '../generated/client.js';
import type { PrismaReader } from '../prisma-for.js';

/**
 * The cases that a person may see, as a condition: their own, and what is open by a way of theirs; those about the `hidden` only by
 * being one of them. A test compares it with `mayReadCase` (cases/access), person by person and case by case.
 */
export function visibleTo(reader: Reader, hidden: readonly string[]): Prisma.ProcessInstanceWhereInput {
  const { tenant, actor, ways } = reader;
  const named = ways.flatMap(({ family }) => family ?? []);
  const open = ways.map((way) => ({
    family: way.family ?? { notIn: named },
    OR: relations(actor.id, way),
  }));
  // In SQL a case about nobody is neither in a list of people nor outside it.
  const notHidden = { OR: [{ subject: null }, { subject: { notIn: [...hidden] } }] };
  return { tenant, OR: [{ subject: actor.id }, { AND: [notHidden, { OR: open }] }] };
}

/**
 * The tasks that a person may see: those of cases of which they see the whole, and their own in the others. The same rule is `seesTasksOnly`
 * (cases/access).
 */
export function tasksVisibleTo(reader: Reader, hidden: readonly string[]): Prisma.UserTaskWhereInput {
  const { tenant, actor, ways } = reader;
  const processInstance = visibleTo(reader, hidden);
  if (ways.every(({ byTask, wholeByTask }) => byTask.length === wholeByTask.length)) return { tenant, processInstance };

  const whole = wholeFor(reader);
  const own = [{ assignee: actor.id }, { candidateGroups: { hasSome: [...actor.groups] } }];
  return { tenant, processInstance, OR: [...own, { processInstance: visibleTo(whole, hidden) }] };
}

/** The same reader, of cases of which they see the whole. */
export const wholeFor = (reader: Reader): Reader => ({
  ...reader,
  ways: reader.ways.map((way) => ({ ...way, byTask: way.wholeByTask })),
});

// `hasSome []` and `in []` are true of no case.
function relations(actor: string, { byUnit, byTask }: WayToCases): Prisma.ProcessInstanceWhereInput[] {
  const forThem = { candidateGroups: { hasSome: [...byTask] } };
  const tasks = byTask.length > 0 ? [{ assignee: actor }, forThem] : [forThem];
  return [
    { readers: { hasSome: [...byUnit] } },
    { userTasks: { some: { state: { in: ['created', 'assigned'] }, OR: tasks } } },
  ];
}

/** The people whose cases are hidden from this reader: those with a protected address (kode 6 and 7), but for the group for it. */
export async function hiddenFrom({ seesProtected }: Reader, prisma: PrismaReader): Promise<readonly string[]> {
  if (seesProtected) return [];
  const found = await prisma.$queryRaw<
    readonly { readonly id: string }[]
  >`select id from boligflyt_protected_persons() as id`;
  return found.map(({ id }) => id);
}
