import type { TenantId } from '../../runtime/ports.js';
import type { CheckpointReader, CheckpointRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import type { PrismaReads } from '../prisma-for.js';

/** Reads from PostgreSQL how participation checkpoints ended. */
export class PrismaCheckpointReader implements CheckpointReader {
  constructor(private readonly reads: PrismaReads) {}

  async ofCases(tenant: TenantId, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly CheckpointRow[]> {
    const where = { tenant, instance: { in: [...ids] } };
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.checkpoint.findMany({ where, orderBy: { at: 'asc' } }),
    );
    return stored.map(({ instance, code, outcome }) => ({
      processInstanceId: idOf(instance),
      code,
      outcome: outcome === 'fravalgt' || outcome === 'unntatt' ? outcome : 'gjennomfort',
    }));
  }
}
