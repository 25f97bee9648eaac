import type pg from 'pg';
import type { CareerReader, MoveWish } from '../../runtime/career/career-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reads people's way from home to home out of cases, decisions, leases and the waiting list. */
export class PostgresCareerReader implements CareerReader {
  constructor(private readonly pool: pg.Pool) {}

  async lastAssessedAt(tenant: TenantId, person: Id<'Actor'>): Promise<Instant | undefined> {
    const [row] = await queryInTenant<{ at: Instant }>(this.pool, tenant, {
      text: `select at from case_record where tenant = $1 and person = $2 and register = 'kartlegging' order by at desc limit 1`,
      values: [tenant, person],
    });
    return row?.at;
  }

  async moveWishes(
    tenant: TenantId,
    { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<readonly MoveWish[]> {
    const asked = { text: selectWishes, values: [tenant, from, to] };
    // They are counted, and name nobody.
    const rows = await asSystem(() => queryInTenant<{ wish: MoveWish }>(this.pool, tenant, asked));
    return rows.map(({ wish }) => wish);
  }
}

// Where they lived on that day: whoever has moved since is counted where they were stuck.
const selectWishes = `
  select json_strip_nulls(json_build_object('processInstanceId', w.id, 'receivedOn', w.received_on, 'group', home.grp,
    'outcome', decision.outcome, 'waits', coalesce(list.waits, false), 'ended', w.ended_at is not null)) as wish
  from (
    select c.*, (c.started_at at time zone 'Europe/Oslo')::date as received_on
    from process_instance as c where c.tenant = $1 and c.definition_key = 'boligbytte'
  ) as w
  left join lateral (
    select b.groups[1] as grp from tenancy as t
    join home as h on h.tenant = t.tenant and h.id = t.home
    join building as b on b.tenant = h.tenant and b.id = h.building
    where t.tenant = w.tenant and t.person = w.subject and t.from_on <= w.received_on
      and (t.ended_on is null or t.ended_on >= w.received_on)
    order by t.from_on desc limit 1
  ) as home on true
  left join lateral (
    select d.outcome from case_decision as d
    where d.tenant = w.tenant and d.instance = w.id and d.kind = 'vedtak' order by d.decided_at desc limit 1
  ) as decision on true
  left join lateral (
    select true as waits from waiting_list_entry as e
    where e.tenant = w.tenant and e.applicant = w.subject and e.left_at is null and e.need ->> 'bytte' = 'true' limit 1
  ) as list on true
  where w.received_on between $2 and $3
  order by w.received_on, w.id`;
