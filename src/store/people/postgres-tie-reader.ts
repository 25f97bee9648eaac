import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { TieReader, Ties } from '../../runtime/tie-ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reads ties between people from the registers of persons and households. */
export class PostgresTieReader implements TieReader {
  constructor(private readonly pool: pg.Pool) {}

  async between(tenant: TenantId, actor: Id<'Actor'>, person: Id<'Actor'>): Promise<Ties> {
    const [found] = await queryInTenant<Ties>(this.pool, tenant, {
      text: `select $2::text = $3::text as "isSame",
        exists (select from household_member as one
          join household_member as other on other.tenant = one.tenant and other.household = one.household
          where one.tenant = $1 and one.person = $2 and other.person = $3) as "sharesHousehold",
        exists (select from representative where tenant = $1 and actor = $2 and person = $3) as "represents"`,
      values: [tenant, actor, person],
    });
    if (found === undefined) throw new Error('Expected one row about ties, but there was none');
    return found;
  }
}
