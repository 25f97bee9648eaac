import type { ExceptionCount, ExceptionalAct, ExceptionReader } from '../../runtime/exceptions/exception-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { DaySpan } from '../../runtime/read-ports.js';
import { Prisma } from '../generated/client.js';
import type { PrismaReads } from '../prisma-for.js';
import { instantOf } from './instant-of.js';

const mostRows = 1000;

/** Reads exceptional acts from PostgreSQL. */
export class PrismaExceptionReader implements ExceptionReader {
  constructor(private readonly reads: PrismaReads) {}

  async between(tenant: TenantId, days: DaySpan): Promise<readonly ExceptionalAct[]> {
    const stored = await this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<(Omit<ExceptionalAct, 'at'> & { readonly at: Date })[]>`
        select id::text as id, instance as "processInstanceId", kind, at, actor, reason
        from exceptional_act where ${within(tenant, days)} order by at desc, exceptional_act.id desc limit ${mostRows}`,
    );
    return stored.map((row) => ({ ...row, at: instantOf(row.at) }));
  }

  counts(tenant: TenantId, days: DaySpan): Promise<readonly ExceptionCount[]> {
    return this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<ExceptionCount[]>`
        select kind, count(*)::int as count from exceptional_act where ${within(tenant, days)} group by kind`,
    );
  }
}

// Days are Norway's, whatever the server's time zone is.
const within = (tenant: TenantId, { from, to }: DaySpan): Prisma.Sql => Prisma.sql`
  tenant = ${tenant} and at >= ${from}::date::timestamp at time zone 'Europe/Oslo'
  and at < (${to}::date + 1)::timestamp at time zone 'Europe/Oslo'`;
