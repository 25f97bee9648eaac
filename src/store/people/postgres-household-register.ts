import type pg from 'pg';
import type {
  Household,
  HouseholdMember,
  HouseholdRegister,
  RegisterRefusal,
  SeenRevision,
} from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';

/** The households of a municipality. */
export class PostgresHouseholdRegister implements HouseholdRegister {
  constructor(private readonly pool: pg.Pool) {}

  register(
    tenant: TenantId,
    { id, members }: Pick<Household, 'id' | 'members'>,
    by: Id<'Actor'>,
  ): Promise<RegisterRefusal | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      if (!(await areKnown(transaction, tenant, members))) return 'unknown-person';
      const { rowCount } = await transaction.query(insertHousehold, [tenant, id, by]);
      if (rowCount === 1) await transaction.query(insertMembers, [tenant, id, JSON.stringify(members)]);
      return undefined;
    });
  }

  async household(tenant: TenantId, id: string): Promise<Household | undefined> {
    const [row] = await queryInTenant<Household>(this.pool, tenant, { text: selectHousehold, values: [tenant, id] });
    return row;
  }

  ofPerson(tenant: TenantId, person: Id<'Actor'>): Promise<readonly Household[]> {
    return queryInTenant<Household>(this.pool, tenant, { text: selectOfPerson, values: [tenant, person] });
  }

  async familyOf(tenant: TenantId, person: Id<'Actor'>): Promise<readonly Id<'Actor'>[]> {
    const query = { text: selectFamily, values: [tenant, person] };
    const rows = await queryInTenant<{ person: Id<'Actor'> }>(this.pool, tenant, query);
    return rows.map((row) => row.person);
  }

  change(
    tenant: TenantId,
    seen: SeenRevision,
    members: readonly HouseholdMember[],
  ): Promise<RegisterRefusal | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<{ revision: number }>(lockHousehold, [tenant, seen.id]);
      const revision = rows[0]?.revision;
      if (revision === undefined) return 'not-found';
      if (revision !== seen.revision) return 'stale-revision';
      if (!(await areKnown(transaction, tenant, members))) return 'unknown-person';

      await transaction.query('delete from household_member where tenant = $1 and household = $2', [tenant, seen.id]);
      await transaction.query(insertMembers, [tenant, seen.id, JSON.stringify(members)]);
      await transaction.query(countChange, [tenant, seen.id, seen.by]);
      return undefined;
    });
  }
}

async function areKnown(
  transaction: Transaction,
  tenant: TenantId,
  members: readonly HouseholdMember[],
): Promise<boolean> {
  const ids = [...new Set(members.map(({ person }) => person))];
  const { rows } = await transaction.query<{ known: number }>(
    'select count(*)::int as known from registered_person where tenant = $1 and id = any($2::text[])',
    [tenant, ids],
  );
  return rows[0]?.known === ids.length;
}

const insertHousehold = `
  insert into household (tenant, id, registered_by, registered_at, changed_by, changed_at)
  values ($1, $2, $3, boligflyt_now(), $3, boligflyt_now()) on conflict (tenant, id) do nothing`;

const insertMembers = `
  insert into household_member (tenant, household, person, role)
  select $1, $2, m.person, m.role from json_to_recordset($3) as m(person text, role text)`;

const lockHousehold = 'select revision from household where tenant = $1 and id = $2 for update';

const countChange = `
  update household set revision = revision + 1, changed_by = $3, changed_at = boligflyt_now() where tenant = $1 and id = $2`;

const households = `
  select h.id, h.revision, coalesce((
    select json_agg(json_build_object('person', m.person, 'role', m.role) order by m.role desc, m.person)
    from household_member as m where m.tenant = h.tenant and m.household = h.id), '[]'::json) as members
  from household as h where h.tenant = $1`;

const selectHousehold = `${households} and h.id = $2`;

const selectOfPerson = `${households} and exists (
    select from household_member as own where own.tenant = h.tenant and own.household = h.id and own.person = $2)
  order by h.id`;

const selectFamily = `
  select distinct other.person from household_member as own
  join household_member as other on other.tenant = own.tenant and other.household = own.household
  where own.tenant = $1 and own.person = $2 and other.person <> $2 order by 1`;
