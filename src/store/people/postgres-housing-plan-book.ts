import type pg from 'pg';
import type {
  HousingPlan,
  HousingPlanBook,
  HousingPlanContent,
  PlanRefusal,
  SharedPlan,
  SharedWith,
} from '../../runtime/housing-plan-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';

/** The housing plans of a municipality, in PostgreSQL. */
export class PostgresHousingPlanBook implements HousingPlanBook {
  constructor(private readonly pool: pg.Pool) {}

  async plan(tenant: TenantId, person: Id<'Actor'>): Promise<HousingPlan> {
    const query = { text: selectPlan, values: [tenant, person] };
    const [row] = await queryInTenant<{ plan: HousingPlan }>(this.pool, tenant, query);
    return { ...emptyPlan, person, ...row?.plan };
  }

  write(
    tenant: TenantId,
    { person, seen }: { readonly person: Id<'Actor'>; readonly seen: number },
    { dream, nextStep, obstacles, steps }: HousingPlanContent,
  ): Promise<PlanRefusal | undefined> {
    const content = [dream ?? null, nextStep ?? null, obstacles ?? null, [...steps]];
    return withTenant(this.pool, tenant, async (transaction) => {
      if (!(await isKnown(transaction, tenant, person))) return 'unknown-person';
      const { rowCount } = await transaction.query(seen === 0 ? insertPlan : updatePlan, [
        ...[tenant, person, ...content],
        ...(seen === 0 ? [] : [seen]),
      ]);
      return rowCount === 1 ? undefined : 'stale-revision';
    });
  }

  share(
    tenant: TenantId,
    { person, id }: { readonly person: Id<'Actor'>; readonly id: string },
    shareWith: SharedWith,
  ): Promise<{ readonly id: string } | 'unknown-person'> {
    const [group, actor] = 'group' in shareWith ? [shareWith.group, null] : [null, shareWith.actor];
    return withTenant(this.pool, tenant, async (transaction) => {
      if (!(await isKnown(transaction, tenant, person))) return 'unknown-person';
      const given = await transaction.query<{ id: string }>(insertShare, [tenant, id, person, group, actor]);
      const before =
        given.rows[0] ?? (await transaction.query<{ id: string }>(selectShare, [tenant, person, group, actor])).rows[0];
      if (before === undefined)
        throw new Error(`Expected ${person} to have shared, but it was withdrawn at that moment`);
      return before;
    });
  }

  async withdraw(
    tenant: TenantId,
    { person, id }: { readonly person: Id<'Actor'>; readonly id: string },
  ): Promise<boolean> {
    const rows = await queryInTenant(this.pool, tenant, { text: withdrawShare, values: [tenant, person, id] });
    return rows.length === 1;
  }

  async sharedWith(
    tenant: TenantId,
    { id, groups }: { readonly id: Id<'Actor'>; readonly groups: readonly string[] },
  ): Promise<readonly SharedPlan[]> {
    const query = { text: selectShared, values: [tenant, id, [...groups]] };
    const rows = await queryInTenant<{ shared: SharedPlan }>(this.pool, tenant, query);
    return rows.map(({ shared }) => shared);
  }
}

const emptyPlan = { revision: 0, steps: [], shares: [] } as const;

async function isKnown(transaction: Transaction, tenant: TenantId, person: Id<'Actor'>): Promise<boolean> {
  const text = 'select from registered_person where tenant = $1 and id = $2';
  return (await transaction.query(text, [tenant, person])).rowCount === 1;
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// One row, also where there is neither a plan nor a share.
const selectPlan = `
  select json_strip_nulls(json_build_object('revision', coalesce(p.revision, 0), 'dream', p.dream, 'nextStep', p.next_step,
    'obstacles', p.obstacles, 'steps', coalesce(p.steps, '{}'), 'writtenAt', ${instant('p.written_at')},
    'shares', coalesce((
      select json_agg(json_build_object('id', s.id, 'group', s.grp, 'actor', s.actor, 'sharedAt', ${instant('s.shared_at')})
        order by s.shared_at, s.id)
      from housing_plan_share as s where s.tenant = $1 and s.person = $2 and s.withdrawn_at is null), '[]'::json))) as plan
  from (select) as one left join housing_plan as p on p.tenant = $1 and p.person = $2`;

const insertPlan = `
  insert into housing_plan (tenant, person, revision, dream, next_step, obstacles, steps, written_at)
  values ($1, $2, 1, $3, $4, $5, $6, boligflyt_now()) on conflict (tenant, person) do nothing`;

const updatePlan = `
  update housing_plan set revision = revision + 1, dream = $3, next_step = $4, obstacles = $5, steps = $6, written_at = boligflyt_now()
  where tenant = $1 and person = $2 and revision = $7`;

const insertShare = `
  insert into housing_plan_share (tenant, id, person, grp, actor, shared_at)
  values ($1, $2, $3, $4, $5, boligflyt_now()) on conflict do nothing returning id`;

const selectShare = `
  select id from housing_plan_share
  where tenant = $1 and person = $2 and withdrawn_at is null and (grp = $3 or actor = $4)`;

const withdrawShare = `
  update housing_plan_share set withdrawn_at = boligflyt_now()
  where tenant = $1 and person = $2 and id = $3 and withdrawn_at is null returning id`;

const selectShared = `
  select json_strip_nulls(json_build_object('person', s.person, 'writtenAt', ${instant('p.written_at')},
    'shares', json_agg(json_build_object('id', s.id, 'group', s.grp, 'actor', s.actor, 'sharedAt', ${instant('s.shared_at')})
      order by s.shared_at, s.id))) as shared
  from housing_plan_share as s left join housing_plan as p on p.tenant = s.tenant and p.person = s.person
  where s.tenant = $1 and s.withdrawn_at is null and (s.actor = $2 or s.grp = any($3::text[]))
  group by s.person, p.written_at order by min(s.shared_at) desc, s.person limit 500`;
