import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { Reader } from '../../runtime/reader.js';
import type { UserTaskFilter, UserTaskReader, UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Prisma } from '../generated/client.js';
import type { PrismaReads } from '../prisma-for.js';
import { sharedLookup } from '../shared-lookup.js';
import { findUserTasks } from './find-user-tasks.js';
import { caseOfTask, userTaskRow } from './user-task-row.js';
import { hiddenFrom, tasksVisibleTo } from './visible-to.js';

const mostRows = 500;
const include = { processInstance: { select: caseOfTask } } as const;
const dueFirst: Prisma.UserTaskOrderByWithRelationInput[] = [
  { dueAt: { sort: 'asc', nulls: 'last' } },
  { createdAt: 'asc' },
  { id: 'asc' },
];

/** Reads user tasks from PostgreSQL. */
export class PrismaUserTaskReader implements UserTaskReader {
  readonly find: UserTaskReader['find'];

  /** Single tasks are looked up over `lookups`, whose connections must pipeline. */
  constructor(
    private readonly reads: PrismaReads,
    lookups: pg.Pool,
  ) {
    this.find = sharedLookup(
      (tenant, ids: readonly Id<'UserTask'>[]) => findUserTasks(lookups, tenant, ids),
      ({ id }) => id,
    );
  }

  async list(reader: Reader, filter: UserTaskFilter): Promise<readonly UserTaskRow[]> {
    const { tenant } = reader;
    const stored = await this.reads.read(tenant, async (prisma) => {
      const where = { AND: [tasksVisibleTo(reader, await hiddenFrom(reader, prisma)), wanted(reader, filter)] };
      return prisma.userTask.findMany({ where, include, orderBy: dueFirst, take: mostRows });
    });
    return stored.map(userTaskRow);
  }

  async ofCases(tenant: TenantId, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly UserTaskRow[]> {
    if (ids.length === 0) return [];
    const where = { tenant, instance: { in: [...ids] } };
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.userTask.findMany({ where, include, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    );
    return stored.map(userTaskRow);
  }
}

function wanted(reader: Reader, { whose, state, process, participation }: UserTaskFilter): Prisma.UserTaskWhereInput {
  return {
    state: state === 'open' ? { in: ['created', 'assigned'] } : state,
    ...ownerCondition(reader, whose),
    ...(process === undefined ? {} : { processInstance: { definitionKey: process } }),
    ...(participation === undefined ? {} : { participation: participation ? { not: null } : null }),
  };
}

function ownerCondition({ actor }: Reader, whose: UserTaskFilter['whose']): Prisma.UserTaskWhereInput {
  const groups = [...actor.groups];
  if (whose === 'mine') return { assignee: actor.id };
  if (whose === 'unit') return { candidateGroups: { hasSome: groups } };
  return whose === 'unassigned' ? { assignee: null, candidateGroups: { hasSome: groups } } : {};
}
