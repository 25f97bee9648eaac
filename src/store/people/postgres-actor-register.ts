import type pg from 'pg';
import type { ActorDirectory, Person } from '../../runtime/case-ports.js';
import type { ActorRegister } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

/** A person as a row. */
export interface PersonRow extends Omit<Person, 'email' | 'phone'> {
  readonly email: string | null;
  readonly phone: string | null;
}

/** A person as everybody else knows them. */
export const personOf = ({ id, name, email, phone, groups }: PersonRow): Person => ({
  id,
  name,
  groups,
  ...(email === null ? {} : { email }),
  ...(phone === null ? {} : { phone }),
});

/** The people of a municipality. */
export class PostgresActorRegister implements ActorDirectory, ActorRegister {
  constructor(private readonly pool: pg.Pool) {}

  async enter(tenant: TenantId, { id, name, email, phone, groups }: Person): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `insert into actor as a (tenant, id, name, email, phone, groups) values ($1, $2, $3, $4, $5, $6)
        on conflict (tenant, id) do update set name = excluded.name, email = excluded.email, groups = excluded.groups,
          phone = coalesce(excluded.phone, a.phone)`,
      values: [tenant, id, name, email ?? null, phone ?? null, groups],
    });
  }

  async person(tenant: TenantId, id: Id<'Actor'>): Promise<Person | undefined> {
    const [row] = await queryInTenant<PersonRow>(this.pool, tenant, {
      text: 'select id, name, email, phone, groups from actor where tenant = $1 and id = $2',
      values: [tenant, id],
    });
    return row && personOf(row);
  }

  async membersOf(tenant: TenantId, groups: readonly string[]): Promise<readonly Person[]> {
    const rows = await queryInTenant<PersonRow>(this.pool, tenant, {
      text: 'select id, name, email, phone, groups from actor where tenant = $1 and groups && $2::text[] order by id',
      values: [tenant, groups],
    });
    return rows.map(personOf);
  }
}
