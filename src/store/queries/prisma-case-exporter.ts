import type { ProcessEvent } from '../../engine/index.js';
import type { CaseExporter, StoredCase } from '../../runtime/operations/operation-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { JournalRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { PrismaReader, PrismaReads } from '../prisma-for.js';

type CaseId = Id<'ProcessInstance'>;
const mostRows = 500;

/** Reads cases whole from PostgreSQL. */
export class PrismaCaseExporter implements CaseExporter {
  constructor(private readonly reads: PrismaReads) {}

  read(tenant: TenantId, id: CaseId): Promise<StoredCase | undefined> {
    return this.reads.readAtOneMoment(tenant, async (prisma) => {
      const stored = await prisma.processInstance.findUnique({ where: { tenant_id: { tenant, id } } });
      if (stored === null) return undefined;

      const { tenant: _, snapshot, ...row } = stored;
      const { definitionKey: key, definitionVersion: version, revision } = row;
      const rows = { case: row, ...(await rowsOf(prisma, tenant, id)) };
      return { definition: { key, version }, revision, snapshot: plain(snapshot), rows: plain(rows) };
    });
  }

  journalAfter(tenant: TenantId, id: CaseId, seq: number): Promise<readonly JournalRow[]> {
    return this.reads.read(
      tenant,
      (prisma) =>
        prisma.$queryRaw<{ seq: number; actor: Id<'Actor'>; event: ProcessEvent }[]>`
          select seq, actor, payload as event from journal_event
          where tenant = ${tenant} and instance = ${id} and seq > ${seq} order by seq limit ${mostRows}`,
    );
  }
}

async function rowsOf(prisma: PrismaReader, tenant: TenantId, id: CaseId) {
  const where = { tenant, instance: id };
  const [omit, orderBy] = [{ tenant: true, instance: true } as const, { id: 'asc' } as const];
  return {
    userTasks: await prisma.userTask.findMany({ where, omit, orderBy }),
    timers: await prisma.timer.findMany({ where, omit, orderBy }),
    subscriptions: await prisma.subscription.findMany({ where, omit, orderBy }),
    incidents: await prisma.incident.findMany({ where, omit, orderBy }),
    letters: await prisma.letter.findMany({ where, omit, orderBy: { key: 'asc' } }),
    notifications: await prisma.notification.findMany({ where, omit, orderBy: { key: 'asc' } }),
    checkpoints: await prisma.checkpoint.findMany({ where, omit, orderBy: { code: 'asc' } }),
    waitingList: await prisma.waitingListEntry.findMany({ where, omit }),
    attention: await prisma.attention.findMany({ where, omit }),
    attentionNotes: await prisma.attentionNote.findMany({ where, omit, orderBy }),
    waitingListReviews: await prisma.waitingListReview.findMany({ where, omit, orderBy: { round: 'asc' } }),
  };
}

// Instants become ISO 8601 text, as everywhere else.
const plain = (value: unknown): JsonObject => {
  const json: JsonObject = JSON.parse(JSON.stringify(value));
  return json;
};
