import type { ChangedDecision, ChangedDecisionReader, ChangePlace } from '../../runtime/changed-decision-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { DaySpan } from '../../runtime/read-ports.js';
import type { PrismaReads } from '../prisma-for.js';

/** Reads from PostgreSQL which decisions appeals have changed: what was answered, and what the appeal began with. */
export class PrismaChangedDecisionReader implements ChangedDecisionReader {
  constructor(private readonly reads: PrismaReads) {}

  between(
    tenant: TenantId,
    { from, to }: DaySpan,
    places: readonly ChangePlace[],
  ): Promise<readonly ChangedDecision[]> {
    // Days are Norway's, whatever the server's time zone is.
    return this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<ChangedDecision[]>`
        with place as (
          select * from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
            as said (task text, outcome text, changed jsonb, cause text, learned text)
        )
        select t.id, t.instance as "processInstanceId", t.node as task,
          to_char(t.completed_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "on",
          to_char(t.completed_at at time zone 'Europe/Oslo', 'IYYY-IW') as week,
          t.result ->> place.outcome as outcome, t.result ->> place.cause as cause,
          nullif(t.result ->> place.learned, '') as learned,
          (select e.payload -> 'root' -> 'variables' ->> 'hjemmel' from journal_event as e
            where e.tenant = t.tenant and e.instance = t.instance and e.type = 'ProcessInstanceStarted'
            order by e.seq limit 1) as "legalBasis"
        from user_task as t join place on place.task = t.node
        where t.tenant = ${tenant} and t.state = 'completed' and place.changed ? (t.result ->> place.outcome)
          and t.completed_at >= ${from}::date::timestamp at time zone 'Europe/Oslo'
          and t.completed_at < (${to}::date + 1)::timestamp at time zone 'Europe/Oslo'
        order by t.completed_at desc, t.id desc`,
    );
  }
}
