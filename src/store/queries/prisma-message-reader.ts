import type { TenantId } from '../../runtime/ports.js';
import type { MessageCounts, MessageFilter, MessageReader, MessageSummary } from '../../runtime/read-ports.js';
import type { PrismaReads } from '../prisma-for.js';

const noMessages: MessageCounts = { waiting: 0, taken: 0, expired: 0 };

/** Reads messages and what became of them from PostgreSQL; what they carry stays where it is. */
export class PrismaMessageReader implements MessageReader {
  constructor(private readonly reads: PrismaReads) {}

  async list(tenant: TenantId, { state, name }: MessageFilter): Promise<readonly MessageSummary[]> {
    const rows = await this.reads.read(tenant, (prisma) =>
      prisma.messageBuffer.findMany({
        where: { tenant, state, ...(name === undefined ? {} : { name }) },
        omit: { variables: true, actor: true },
        orderBy: { id: 'asc' },
        take: 500,
      }),
    );
    return rows.map(({ id, name: called, correlationKey, messageId, broadcast, sender, ...row }) => ({
      ...{ id: String(id), name: called, correlationKey, messageId, broadcast, state, sender },
      publishedAt: row.publishedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      correlated: row.correlated,
      started: row.started,
    }));
  }

  async counts(tenant: TenantId): Promise<MessageCounts> {
    const groups = await this.reads.read(tenant, (prisma) =>
      prisma.messageBuffer.groupBy({ by: ['state'], where: { tenant }, _count: { _all: true } }),
    );
    return { ...noMessages, ...Object.fromEntries(groups.map(({ state, _count }) => [state, _count._all])) };
  }
}
