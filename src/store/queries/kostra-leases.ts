import type { AnswerCount, KostraQuestion, LeaseCount } from '../../runtime/figure-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { PrismaReader } from '../prisma-for.js';

/**
 * Leases by the history of the register of homes: what was written of each before the cut-off is what it was. The last day of a lease
 * belongs to it; the day on which it is ended does not.
 */
export const selectLeases = (
  prisma: PrismaReader,
  tenant: TenantId,
  { from, until, shortLease }: KostraQuestion,
): Promise<LeaseCount[]> =>
  prisma.$queryRaw<LeaseCount[]>`
    with told as (
      select id, change, at, revision, (lease ->> 'fromOn')::date as from_on, (lease ->> 'toOn')::date as to_on,
        (lease ->> 'endedOn')::date as ended_on, lag((lease ->> 'toOn')::date) over (partition by id order by revision) as was_to_on
      from (
        select content -> 'tenancy' as lease, content -> 'tenancy' ->> 'id' as id, change, at, revision from register_history
        where tenant = ${tenant} and register = 'home' and change in ('utleid', 'leie-endret', 'fraflyttet')
          and at < ${until}::timestamptz
      ) as line
    ),
    lasting as (
      select * from (select distinct on (id) * from told order by id, revision desc) as newest
      where from_on <= ((${until}::timestamptz - interval '1 millisecond') at time zone 'Europe/Oslo')::date and (ended_on is null or ended_on > ((${until}::timestamptz - interval '1 millisecond') at time zone 'Europe/Oslo')::date)
    )
    select
      (select count(*)::int from lasting) as lasting,
      (select count(*)::int from lasting where to_on is not null) as "fixedTerm",
      (select count(*)::int from lasting where to_on + 1 < from_on + ${shortLease}::interval) as short,
      count(*) filter (where change = 'utleid' and at >= ${from}::timestamptz)::int as begun,
      count(distinct id) filter (where change = 'leie-endret' and at >= ${from}::timestamptz
        and was_to_on is not null and (to_on is null or to_on > was_to_on))::int as prolonged
    from told`;

/** How many completed these tasks in the time, by what they answered. */
export const selectAnswers = (
  prisma: PrismaReader,
  tenant: TenantId,
  { from, until, support }: Pick<KostraQuestion, 'from' | 'until' | 'support'>,
): Promise<AnswerCount[]> =>
  prisma.$queryRaw<AnswerCount[]>`
    select w.field, nullif(t.result ->> w.field, '') as answer, count(*)::int as count
    from json_to_recordset(${JSON.stringify(support)}::json) as w(task text, field text)
    join user_task as t on t.tenant = ${tenant} and t.node = w.task
      and t.completed_at >= ${from}::timestamptz and t.completed_at < ${until}::timestamptz
    group by w.field, answer`;
