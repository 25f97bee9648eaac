import type { HomeCount, KostraFacts, KostraQuestion, SwapCount } from '../../runtime/figure-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { Prisma } from '../generated/client.js';
import type { PrismaReader } from '../prisma-for.js';
import { selectAnswers, selectLeases } from './kostra-leases.js';

type Applications = Pick<KostraFacts, 'applications' | 'granted' | 'refused' | 'waiting' | 'deletedSince'>;
type Stays = Pick<KostraFacts, 'temporaryGranted' | 'temporaryStays'>;

/**
 * What was so at the cut-off. Only what has a time of its own is asked: when a case began and ended, a decision was made and quashed, a
 * task was completed, a record was changed. What came later changes nothing of it.
 */
export async function kostraFacts(
  prisma: PrismaReader,
  tenant: TenantId,
  question: KostraQuestion,
): Promise<KostraFacts> {
  const [[applications], [stays], homes, [swaps], [leases], support] = await Promise.all([
    selectApplications(prisma, tenant, question),
    selectStays(prisma, tenant, question),
    selectHomes(prisma, tenant, question),
    selectSwaps(prisma, tenant, question),
    selectLeases(prisma, tenant, question),
    selectAnswers(prisma, tenant, question),
  ]);
  if (applications === undefined || stays === undefined || swaps === undefined || leases === undefined)
    throw new Error(`Expected counts for '${tenant}', but there are none`);
  return { ...applications, ...stays, homes, swaps, leases, support };
}

/** A process, the task that decides in it, and the one that ends what was decided: in the case, or in one that it has called. */
interface Decided {
  readonly process: string;
  readonly decision: string;
  readonly task: string;
  readonly isCalled?: boolean;
}

const calledBy = Prisma.sql`any(array(
  select c.id from process_instance as c where c.tenant = p.tenant and c.parent_id = p.id))`;

// The cases of a process that had begun, with the last decision that counted; `is_done` when this task was completed.
function casesThen(
  tenant: TenantId,
  { until, signedByTwo }: KostraQuestion,
  { process, decision, task, isCalled = false }: Decided,
) {
  return Prisma.sql`
    select p.id, p.parent_id, p.started_at, coalesce(p.subject, p.id) as person, d.outcome, d.decided_at,
      coalesce(p.ended_at < ${until}::timestamptz, false) as is_over,
      coalesce(d.quashed_at < ${until}::timestamptz, false) as is_quashed,
      exists (select from user_task as t where t.tenant = p.tenant and t.node = ${task}
        and t.completed_at < ${until}::timestamptz and t.instance = ${isCalled ? calledBy : Prisma.sql`p.id`}) as is_done
    from process_instance as p left join lateral (
      select outcome, quashed_at, coalesce(approved_at, decided_at) as decided_at from case_decision as d
      where d.tenant = p.tenant and d.instance = p.id and d.node = ${decision}
        and d.decided_at < ${until}::timestamptz and d.sent_back_at is null
        and (coalesce(d.approved_at < ${until}::timestamptz, false)
          or d.legal_basis is null or d.legal_basis || '/' || d.outcome <> all(${signedByTwo}))
      order by d.decided_at desc, d.id desc limit 1
    ) as d on true
    where p.tenant = ${tenant} and p.definition_key = ${process} and p.started_at < ${until}::timestamptz`;
}

const applicationsIn = ({ application: process, decision, moveIn: task }: KostraQuestion): Decided => ({
  ...{ process, decision, task },
});
const staysIn = ({ temporary: process, decision, temporaryEnd: task }: KostraQuestion): Decided => ({
  ...{ process, decision, task },
});
// Whoever swaps moves in by the application that the wish has called.
const swapsIn = ({ swap: process, swapDecision: decision, moveIn: task }: KostraQuestion): Decided => ({
  ...{ process, decision, task, isCalled: true },
});

const granted = Prisma.sql`outcome in ('innvilget', 'delvis')`;

const selectApplications = (prisma: PrismaReader, tenant: TenantId, question: KostraQuestion) =>
  prisma.$queryRaw<Applications[]>`
    with applied as (${casesThen(tenant, question, applicationsIn(question))})
    select
      count(*) filter (where parent_id is null and started_at >= ${question.from}::timestamptz)::int as applications,
      count(*) filter (where ${granted} and decided_at >= ${question.from}::timestamptz)::int as granted,
      count(*) filter (where outcome = 'avslag' and decided_at >= ${question.from}::timestamptz)::int as refused,
      count(distinct person) filter (where ${granted} and not (is_quashed or is_over or is_done))::int as waiting,
      (select count(*)::int from deleted_case
        where tenant = ${tenant} and definition_key in (${question.application}, ${question.temporary}, ${question.swap})
          and started_at < ${question.until}::timestamptz
          and deleted_at >= ${question.until}::timestamptz) as "deletedSince"
    from applied`;

const selectStays = (prisma: PrismaReader, tenant: TenantId, question: KostraQuestion) =>
  prisma.$queryRaw<Stays[]>`
    with stayed as (${casesThen(tenant, question, staysIn(question))})
    select
      count(distinct person) filter (where decided_at >= ${question.from}::timestamptz)::int as "temporaryGranted",
      count(distinct person) filter (where not (is_over or is_done))::int as "temporaryStays"
    from stayed where ${granted}`;

const selectSwaps = (prisma: PrismaReader, tenant: TenantId, question: KostraQuestion) =>
  prisma.$queryRaw<SwapCount[]>`
    with wished as (${casesThen(tenant, question, swapsIn(question))})
    select
      count(*) filter (where started_at >= ${question.from}::timestamptz)::int as wishes,
      count(*) filter (where ${granted} and decided_at >= ${question.from}::timestamptz)::int as granted,
      count(*) filter (where outcome = 'avslag' and decided_at >= ${question.from}::timestamptz)::int as refused,
      count(distinct person) filter (where ${granted} and not (is_quashed or is_over or is_done))::int as waiting
    from wished`;

// The last word on a home before the cut-off is what it was.
const selectHomes = (prisma: PrismaReader, tenant: TenantId, { until, retired }: KostraQuestion) =>
  prisma.$queryRaw<HomeCount[]>`
    with home_then as (
      select distinct on (record) content -> 'facts' as facts
      from register_history
      where tenant = ${tenant} and register = 'home' and change = 'bolig-fort' and at < ${until}::timestamptz
      order by record, revision desc
    )
    select facts ->> 'disposisjonsform' as form, count(*)::int as homes,
      count(*) filter (where (facts ->> 'erTilgjengeligForRullestolbruker')::boolean)::int as wheelchair
    from home_then where facts ->> 'status' <> ${retired}
    group by facts ->> 'disposisjonsform' order by min(facts ->> 'disposisjonsform') collate "C"`;
