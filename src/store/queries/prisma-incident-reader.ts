import type { IncidentCode } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { IncidentPage, IncidentReader, IncidentRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { Prisma } from '../generated/client.js';
import type { PrismaReads } from '../prisma-for.js';

interface StoredIncident {
  readonly id: Id<'Incident'>;
  readonly instance: Id<'ProcessInstance'>;
  readonly node: string;
  readonly code: IncidentCode;
  readonly raisedAt: Date;
  readonly process: string;
  readonly processName: string;
  readonly assignee: Id<'Actor'> | null;
  readonly attempts: number | null;
  readonly told: number;
  readonly nextAt: Date | null;
}

/** Reads what is stuck from PostgreSQL. */
export class PrismaIncidentReader implements IncidentReader {
  constructor(private readonly reads: PrismaReads) {}

  open(tenant: TenantId, { limit, after }: IncidentPage): Promise<readonly IncidentRow[]> {
    const others = Prisma.sql`and (i.raised_at, i.id) > (select raised_at, id from incident
      where tenant = ${tenant} and id = ${after ?? ''})`;
    const page = after === undefined ? Prisma.empty : others;
    return this.select(tenant, Prisma.sql`i.resolved_at is null ${page} order by i.raised_at, i.id limit ${limit}`);
  }

  ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly IncidentRow[]> {
    return this.select(tenant, Prisma.sql`i.instance = ${id} and i.resolved_at is null order by i.raised_at, i.id`);
  }

  async find(tenant: TenantId, id: Id<'Incident'>): Promise<IncidentRow | undefined> {
    return (await this.select(tenant, Prisma.sql`i.id = ${id}`))[0];
  }

  private async select(tenant: TenantId, wanted: Prisma.Sql): Promise<readonly IncidentRow[]> {
    const rows = await this.reads.read(
      tenant,
      (prisma) =>
        prisma.$queryRaw<StoredIncident[]>`
          select i.id, i.instance, i.node, i.code, i.raised_at as "raisedAt", i.assignee, i.told,
                 i.due_at as "nextAt", greatest(j.attempts, o.attempts) as attempts,
                 c.definition_key as process, c.process_name as "processName"
          from incident as i join process_instance as c on c.tenant = i.tenant and c.id = i.instance
          left join job as j on j.tenant = i.tenant and j.id = i.job_id
          left join lateral (
            select max(attempts) as attempts from outbox
            where tenant = i.tenant and instance = i.instance
              and (id = i.effect_id or kind = 'CreateJob' and payload ->> 'jobId' = i.job_id)
          ) as o on i.job_id is not null or i.effect_id is not null
          where i.tenant = ${tenant} and ${wanted}`,
    );
    return rows.map(incidentRow);
  }
}

const incidentRow = (stored: StoredIncident): IncidentRow => ({
  incident: { id: stored.id, node: stored.node, code: stored.code },
  processInstanceId: stored.instance,
  process: stored.process,
  processName: stored.processName,
  raisedAt: stored.raisedAt.toISOString(),
  told: stored.told,
  ...(stored.assignee === null ? {} : { assignee: stored.assignee }),
  ...(stored.attempts === null ? {} : { attempts: stored.attempts }),
  ...(stored.nextAt === null ? {} : { nextAt: stored.nextAt.toISOString() }),
});
