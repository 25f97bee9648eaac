import type { HomeCount, KostraFacts, KostraQuestion } from '../../runtime/figure-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { PrismaReader } from '../prisma-for.js';

type Counts = Omit<KostraFacts, 'homes'>;

/**
 * What was so at the cut-off. Only what has a time of its own is asked: when a case began and ended, a decision was made and quashed, a
 * task was completed, a record was changed. What came later changes nothing of it.
 */
export async function kostraFacts(
  prisma: PrismaReader,
  tenant: TenantId,
  question: KostraQuestion,
): Promise<KostraFacts> {
  const [[counts], homes] = await Promise.all([
    selectCounts(prisma, tenant, question),
    selectHomes(prisma, tenant, question),
  ]);
  if (counts === undefined) throw new Error(`Expected counts for '${tenant}', but there are none`);
  return { ...counts, homes };
}

const selectCounts = (prisma: PrismaReader, tenant: TenantId, question: KostraQuestion) => {
  const { from, until, application, decision, moveIn, temporary, temporaryEnd, signedByTwo } = question;
  return prisma.$queryRaw<Counts[]>`
    with there as (
      select id, definition_key, parent_id, started_at, coalesce(subject, id) as person,
        ended_at < ${until}::timestamptz as is_over
      from process_instance where tenant = ${tenant} and started_at < ${until}::timestamptz
    ),
    decided as (
      select distinct on (d.instance) d.instance, d.outcome, d.legal_basis,
        coalesce(d.approved_at, d.decided_at) as decided_at,
        coalesce(d.quashed_at < ${until}::timestamptz, false) as is_quashed
      from case_decision as d
      where d.tenant = ${tenant} and d.node = ${decision} and d.decided_at < ${until}::timestamptz
        and d.sent_back_at is null
        and (coalesce(d.approved_at < ${until}::timestamptz, false)
          or d.legal_basis is null or d.legal_basis || '/' || d.outcome <> all(${signedByTwo}))
      order by d.instance, d.decided_at desc, d.id desc
    ),
    done as (
      select instance, node from user_task
      where tenant = ${tenant} and completed_at < ${until}::timestamptz and node in (${moveIn}, ${temporaryEnd})
    ),
    applied as (
      select there.*, decided.outcome, decided.decided_at, decided.is_quashed from there
      left join decided on decided.instance = there.id where definition_key = ${application}
    ),
    stays as (
      select there.*, decided.decided_at from there join decided on decided.instance = there.id
      where definition_key = ${temporary} and outcome in ('innvilget', 'delvis')
    )
    select
      (select count(*)::int from applied where parent_id is null and started_at >= ${from}::timestamptz) as applications,
      (select count(*)::int from applied
        where decided_at >= ${from}::timestamptz and outcome in ('innvilget', 'delvis')) as granted,
      (select count(*)::int from applied where decided_at >= ${from}::timestamptz and outcome = 'avslag') as refused,
      (select count(distinct person)::int from applied
        where outcome in ('innvilget', 'delvis') and not is_quashed and is_over is not true
          and not exists (select from done where done.instance = applied.id and node = ${moveIn})) as waiting,
      (select count(distinct person)::int from stays where decided_at >= ${from}::timestamptz) as "temporaryGranted",
      (select count(distinct person)::int from stays
        where is_over is not true
          and not exists (select from done where done.instance = stays.id and node = ${temporaryEnd})) as "temporaryStays",
      (select count(*)::int from deleted_case
        where tenant = ${tenant} and definition_key in (${application}, ${temporary})
          and started_at < ${until}::timestamptz and deleted_at >= ${until}::timestamptz) as "deletedSince"`;
};

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
