import type { TenantId } from '../../runtime/ports.js';
import type { Reader, UserTaskFilter, UserTaskReader, UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Prisma } from '../generated/client.js';
import type { PrismaReads } from '../prisma-for.js';
import { caseOfTask, userTaskRow } from './user-task-row.js';
import { visibleTo } from './visible-to.js';

const mostRows = 500;
const include = { processInstance: { select: caseOfTask } } as const;
const dueFirst: Prisma.UserTaskOrderByWithRelationInput[] = [
  { dueAt: { sort: 'asc', nulls: 'last' } },
  { createdAt: 'asc' },
  { id: 'asc' },
];

/** Reads user tasks from PostgreSQL. */
export class PrismaUserTaskReader implements UserTaskReader {
  constructor(private readonly reads: PrismaReads) {}

  async find(tenant: TenantId, id: Id<'UserTask'>): Promise<UserTaskRow | undefined> {
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.userTask.findUnique({ where: { tenant_id: { tenant, id } }, include }),
    );
    return stored === null ? undefined : userTaskRow(stored);
  }

  async list(reader: Reader, filter: UserTaskFilter): Promise<readonly UserTaskRow[]> {
    const { tenant } = reader;
    const where = { AND: [{ tenant, processInstance: visibleTo(reader) }, wanted(reader, filter)] };
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.userTask.findMany({ where, include, orderBy: dueFirst, take: mostRows }),
    );
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
