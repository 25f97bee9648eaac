import type pg from 'pg';
import type { CountedHomes, CountedNeed, NeedReader } from '../../runtime/need-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Counts needs and homes in PostgreSQL. */
export class PostgresNeedReader implements NeedReader {
  constructor(private readonly pool: pg.Pool) {}

  waiting(tenant: TenantId): Promise<readonly CountedNeed[]> {
    return this.count<CountedNeed>(tenant, countWaiting);
  }

  homes(tenant: TenantId): Promise<readonly CountedHomes[]> {
    return this.count<CountedHomes>(tenant, countHomes);
  }

  // Who reads a figure is not shown whom it counts.
  private count<Row extends object>(tenant: TenantId, text: string): Promise<readonly Row[]> {
    return asSystem(() => queryInTenant<Row>(this.pool, tenant, { text, values: [tenant] }));
  }
}

const countWaiting = `
  select coalesce(need->>'boligtype', '') as boligtype, count(*)::int as waiting
  from waiting_list_entry where tenant = $1 and left_at is null group by 1`;

const countHomes = `
  select h.boligtype, h.er_bofellesskap as "erBofellesskap", b.status = 'avvikles' as "isClosing", count(*)::int as homes,
    count(*) filter (where h.status = 'i-bruk' and b.status = 'i-bruk' and b."freeze" is null and not l.let and not r.kept)::int
      as vacant,
    count(*) filter (where l.let)::int as residents
  from home as h join building as b on b.tenant = h.tenant and b.id = h.building
  cross join lateral (select exists (
    select from tenancy as t where t.tenant = h.tenant and t.home = h.id and t.ended_on is null) as let) as l
  cross join lateral (select exists (
    select from home_reservation as k where k.tenant = h.tenant and k.home = h.id and k.released_at is null) as kept) as r
  where h.tenant = $1 and h.status <> 'utgatt' and b.status in ('i-bruk', 'avvikles')
  group by 1, 2, 3`;
