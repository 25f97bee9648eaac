import type { TenantId } from '../../runtime/ports.js';
import type { MunicipalityReader } from '../../runtime/read-ports.js';
import type { PrismaReads } from '../prisma-for.js';

/** Reads from PostgreSQL what a municipality is called. */
export class PrismaMunicipalityReader implements MunicipalityReader {
  constructor(private readonly reads: PrismaReads) {}

  async name(tenant: TenantId): Promise<string> {
    const stored = await this.reads.read(tenant, (prisma) => prisma.tenant.findUnique({ where: { tenant } }));
    return stored?.name ?? tenant;
  }
}
