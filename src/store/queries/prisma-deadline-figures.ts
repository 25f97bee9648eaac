import type { TenantId } from '../../runtime/ports.js';
import type { DeadlineFigures, DaySpan, MissedByRule } from '../../runtime/read-ports.js';
import type { PrismaReads } from '../prisma-for.js';

/** Counts missed deadlines in PostgreSQL. */
export class PrismaDeadlineFigures implements DeadlineFigures {
  constructor(private readonly reads: PrismaReads) {}

  missed(tenant: TenantId, { from, to }: DaySpan): Promise<readonly MissedByRule[]> {
    return this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<MissedByRule[]>`
        select rule, count(distinct user_task_id) filter (where is_target)::int as target,
          count(distinct user_task_id) filter (where is_legal)::int as legal
        from missed_deadline
        where tenant = ${tenant} and missed_on between ${from} and ${to}
        group by rule order by rule collate "C"`,
    );
  }
}
