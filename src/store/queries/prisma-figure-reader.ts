import type {
  AnswerCount,
  AnswerCounted,
  CheckpointAnswer,
  CheckpointCount,
  FigureReader,
  InstantSpan,
  KostraFacts,
  KostraQuestion,
  ListMove,
  MoveFields,
} from '../../runtime/figure-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Instant } from '../../shared/time.js';
import type { PrismaReads } from '../prisma-for.js';
import { kostraFacts } from './kostra-facts.js';
import { selectAnswers } from './kostra-leases.js';

/** Reads figures from PostgreSQL: they count what whoever asks is not shown, and name nobody. */
export class PrismaFigureReader implements FigureReader {
  private readonly reads: Pick<PrismaReads, 'read'>;

  constructor(reads: PrismaReads) {
    this.reads = { read: (tenant, work) => asSystem(() => reads.read(tenant, work)) };
  }

  async listMoves(tenant: TenantId, until: Instant, { need, origin }: MoveFields): Promise<readonly ListMove[]> {
    const rows = await this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<(Omit<ListMove, 'at'> & { readonly at: Date })[]>`
        with listed as (select instance from waiting_list_entry where tenant = ${tenant}),
        told as (
          select e.instance, e.at, e.seq, e.type, e.payload
          from journal_event as e join listed using (instance)
          where e.tenant = ${tenant} and e.at < ${until}::timestamptz and (
            e.type = 'JobCompleted' and e.payload ->> 'jobType' in ('venteliste-inn', 'venteliste-ut')
            or e.type = 'JobCreated' and e.payload -> 'job' ->> 'type' = 'venteliste-inn')
        )
        select m.instance as "processInstanceId",
          case m.payload ->> 'jobType' when 'venteliste-inn' then 'in' else 'out' end as kind,
          m.at, m.payload -> 'variables' ->> 'paVentelisteSiden' as since,
          case m.payload ->> 'jobType' when 'venteliste-ut'
            then coalesce(m.payload -> 'headers' ->> 'grunn', 'Har fått bolig') end as reason,
          c.payload -> 'variables' ->> ${need} as need, c.payload -> 'variables' ->> ${origin} as origin
        from told as m left join told as c
          on c.instance = m.instance and c.type = 'JobCreated' and c.payload -> 'job' ->> 'id' = m.payload ->> 'jobId'
        where m.type = 'JobCompleted'
        union all
        select p.id, 'out', p.ended_at, null, null, null, null
        from process_instance as p join listed on listed.instance = p.id
        where p.tenant = ${tenant} and p.ended_at < ${until}::timestamptz
        order by at, kind`,
    );
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  }

  async offers(tenant: TenantId, { from, until }: InstantSpan, fields: readonly string[]): Promise<readonly number[]> {
    const rows = await this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<{ homes: number }[]>`
        select sum(jsonb_array_length(result -> field))::int as homes from user_task, unnest(${[...fields]}::text[]) as field
        where tenant = ${tenant} and completed_at >= ${from}::timestamptz and completed_at < ${until}::timestamptz
          and jsonb_typeof(result -> field) = 'array'
        group by id`,
    );
    return rows.map(({ homes }) => homes);
  }

  answers(
    tenant: TenantId,
    { from, until }: InstantSpan,
    support: readonly AnswerCounted[],
  ): Promise<readonly AnswerCount[]> {
    return this.reads.read(tenant, (prisma) => selectAnswers(prisma, tenant, { from, until, support }));
  }

  async kept(
    tenant: TenantId,
    { from, until }: InstantSpan,
    rules: readonly string[],
  ): Promise<{ kept: number; missed: number }> {
    const [counted] = await this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<{ kept: number; missed: number }[]>`
        select count(*) filter (where completed_at <= due_at)::int as kept,
          count(*) filter (where completed_at is null or completed_at > due_at)::int as missed
        from user_task
        where tenant = ${tenant} and due_at >= ${from}::timestamptz and due_at < ${until}::timestamptz
          and deadline ->> 'rule' = any(${rules}) and (state <> 'cancelled' or completed_at is not null)`,
    );
    return counted ?? { kept: 0, missed: 0 };
  }

  async rounds(tenant: TenantId, { from, until }: InstantSpan): Promise<{ complete: number; incomplete: number }> {
    const [counted] = await this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<{ complete: number; incomplete: number }[]>`
        select count(*) filter (where not missed)::int as complete, count(*) filter (where missed)::int as incomplete
        from (
          select bool_or(outcome = 'ikke-vurdert') as missed from waiting_list_review
          where tenant = ${tenant} and reviewed_on between (${from}::timestamptz at time zone 'Europe/Oslo')::date
            and ((${until}::timestamptz - interval '1 millisecond') at time zone 'Europe/Oslo')::date
          group by round
        ) as of_round`,
    );
    return counted ?? { complete: 0, incomplete: 0 };
  }

  checkpoints(
    tenant: TenantId,
    { from, until }: InstantSpan,
    answers: readonly CheckpointAnswer[],
  ): Promise<readonly CheckpointCount[]> {
    return this.reads.read(
      tenant,
      (prisma) => prisma.$queryRaw<CheckpointCount[]>`
        select code, outcome, count(*)::int as count from (
          select code, outcome from checkpoint
          where tenant = ${tenant} and at >= ${from}::timestamptz and at < ${until}::timestamptz
          union all
          select t.participation, coalesce(said.outcome, 'gjennomfort')
          from user_task as t left join lateral (
            select outcome from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a (field text, value text, outcome text)
            where t.result ->> a.field = a.value order by outcome limit 1
          ) as said on true
          where t.tenant = ${tenant} and t.participation like 'MP-A%' and t.state = 'completed'
            and t.completed_at >= ${from}::timestamptz and t.completed_at < ${until}::timestamptz
        ) as heard
        group by code, outcome order by code collate "C", outcome`,
    );
  }

  kostra(tenant: TenantId, question: KostraQuestion): Promise<KostraFacts> {
    return this.reads.read(tenant, (prisma) => kostraFacts(prisma, tenant, question));
  }
}
