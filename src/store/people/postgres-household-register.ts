import type pg from 'pg';
import type {
  Household,
  HouseholdOfPerson,
  HouseholdRefusal,
  HouseholdRegister,
  HouseholdWish,
} from '../../runtime/household-ports.js';
import type { SeenRevision } from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { changeMembers } from './change-household.js';
import { selectFamily, selectHousehold, selectOfPerson } from './select-households.js';

/** The households of a municipality. */
export class PostgresHouseholdRegister implements HouseholdRegister {
  constructor(private readonly pool: pg.Pool) {}

  register(
    tenant: TenantId,
    { id, ...wish }: HouseholdWish & { readonly id: string },
    by: Id<'Actor'>,
  ): Promise<HouseholdRefusal | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      if (!(await areKnown(transaction, tenant, wish))) return 'unknown-person';
      if (wish.members.some(({ person }) => person === by)) return 'own-household';
      const { rowCount } = await transaction.query(insertHousehold, [tenant, id, by]);
      return rowCount === 1 ? changeMembers(transaction, { tenant, id, revision: 1, by }, wish) : undefined;
    });
  }

  async household(tenant: TenantId, id: string): Promise<Household | undefined> {
    const [row] = await queryInTenant<Household>(this.pool, tenant, { text: selectHousehold, values: [tenant, id] });
    return row;
  }

  ofPerson(tenant: TenantId, person: Id<'Actor'>): Promise<readonly HouseholdOfPerson[]> {
    return queryInTenant<HouseholdOfPerson>(this.pool, tenant, { text: selectOfPerson, values: [tenant, person] });
  }

  async familyOf(tenant: TenantId, person: Id<'Actor'>): Promise<readonly Id<'Actor'>[]> {
    const query = { text: selectFamily, values: [tenant, person] };
    const rows = await queryInTenant<{ person: Id<'Actor'> }>(this.pool, tenant, query);
    return rows.map((row) => row.person);
  }

  change(tenant: TenantId, seen: SeenRevision, wish: HouseholdWish): Promise<HouseholdRefusal | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<Locked>(lockHousehold, [tenant, seen.id, seen.by]);
      const [locked] = rows;
      if (locked === undefined) return 'not-found';
      if (locked.revision !== seen.revision) return 'stale-revision';
      if (!(await areKnown(transaction, tenant, wish))) return 'unknown-person';
      if (locked.isOwn || wish.members.some(({ person }) => person === seen.by)) return 'own-household';

      const change = { tenant, id: seen.id, revision: seen.revision + 1, by: seen.by };
      const refusal = await changeMembers(transaction, change, wish);
      if (refusal === undefined) await transaction.query(countChange, [tenant, seen.id, seen.by]);
      return refusal;
    });
  }
}

interface Locked {
  readonly revision: number;
  /** Whoever asks is or was in it. */
  readonly isOwn: boolean;
}

async function areKnown(transaction: Transaction, tenant: TenantId, { members }: HouseholdWish): Promise<boolean> {
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

const lockHousehold = `
  select h.revision, exists (select from household_member as m
    where m.tenant = h.tenant and m.household = h.id and m.person = $3 and not m.was_wrong) as "isOwn"
  from household as h where h.tenant = $1 and h.id = $2 for update of h`;

const countChange = `
  update household set revision = revision + 1, changed_by = $3, changed_at = boligflyt_now() where tenant = $1 and id = $2`;
