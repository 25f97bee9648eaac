import type { IncidentCode } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { IncidentReader, IncidentRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { Prisma } from '../generated/client.js';
import type { PrismaReads } from '../prisma-for.js';

interface StoredIncident {
  readonly id: Id<'Incident'>;
  readonly instance: Id<'ProcessInstance'>;
  readonly node: string;
  readonly code: IncidentCode;
  readonly message: string;
  readonly raisedAt: Date;
  readonly process: string;
  readonly processName: string;
}

/** Reads what is stuck from PostgreSQL. */
export class PrismaIncidentReader implements IncidentReader {
  constructor(private readonly reads: PrismaReads) {}

  open(tenant: TenantId): Promise<readonly IncidentRow[]> {
    return this.select(tenant, Prisma.sql`i.resolved_at is null`);
  }

  async find(tenant: TenantId, id: Id<'Incident'>): Promise<IncidentRow | undefined> {
    return (await this.select(tenant, Prisma.sql`i.id = ${id}`))[0];
  }

  private async select(tenant: TenantId, wanted: Prisma.Sql): Promise<readonly IncidentRow[]> {
    const rows = await this.reads.read(
      tenant,
      (prisma) =>
        prisma.$queryRaw<StoredIncident[]>`
          select i.id, i.instance, i.node, i.code, i.message, i.raised_at as "raisedAt",
                 c.definition_key as process, c.process_name as "processName"
          from incident as i join process_instance as c on c.tenant = i.tenant and c.id = i.instance
          where i.tenant = ${tenant} and ${wanted} order by i.raised_at, i.id limit 500`,
    );
    return rows.map(incidentRow);
  }
}

const incidentRow = (stored: StoredIncident): IncidentRow => ({
  incident: { id: stored.id, node: stored.node, code: stored.code, message: stored.message },
  processInstanceId: stored.instance,
  process: stored.process,
  processName: stored.processName,
  raisedAt: stored.raisedAt.toISOString(),
});
