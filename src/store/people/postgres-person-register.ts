import type pg from 'pg';
import type {
  FoundPerson,
  PersonDetails,
  PersonRegister,
  RegisteredPerson,
  RegisterRefusal,
  Representative,
  SeenRevision,
} from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { countChange, insertPerson, selectPersons, updatePerson, valuesOf } from './person-statements.js';

/** The people of a municipality, and those who act for them. */
export class PostgresPersonRegister implements PersonRegister {
  constructor(private readonly pool: pg.Pool) {}

  async register(
    tenant: TenantId,
    person: PersonDetails & { readonly id: Id<'Actor'> },
    by: Id<'Actor'>,
  ): Promise<boolean> {
    const rows = await queryInTenant(this.pool, tenant, {
      text: insertPerson,
      values: [tenant, person.id, ...valuesOf(person), by],
    });
    return rows.length > 0;
  }

  async person(tenant: TenantId, id: Id<'Actor'>): Promise<RegisteredPerson | undefined> {
    const [row] = await queryInTenant<{ person: RegisteredPerson }>(this.pool, tenant, {
      text: selectPersons,
      values: [tenant, [id]],
    });
    return row?.person;
  }

  async named(tenant: TenantId, words: string): Promise<readonly FoundPerson[]> {
    const rows = await queryInTenant<{ person: FoundPerson }>(this.pool, tenant, {
      text: selectNamed,
      values: [tenant, words],
    });
    return rows.map(({ person }) => person);
  }

  async represented(tenant: TenantId, actor: Id<'Actor'>, on: LocalDate): Promise<readonly Id<'Actor'>[]> {
    const rows = await queryInTenant<{ person: Id<'Actor'> }>(this.pool, tenant, {
      text: selectRepresented,
      values: [tenant, actor, on],
    });
    return rows.map(({ person }) => person);
  }

  change(tenant: TenantId, seen: SeenRevision, details: PersonDetails): Promise<RegisterRefusal | undefined> {
    return this.changeSeen(tenant, seen, async (transaction) => {
      await transaction.query(updatePerson, [tenant, seen.id, ...valuesOf(details)]);
    });
  }

  appoint(tenant: TenantId, seen: SeenRevision, one: Representative): Promise<RegisterRefusal | undefined> {
    const { id, kind, name, actor, organisation, email, phone, address, fromOn, toOn } = one;
    return this.changeSeen(tenant, seen, async (transaction) => {
      const words = [kind, name, actor, organisation, email, phone, address, fromOn, toOn].map((word) => word ?? null);
      await transaction.query(insertRepresentative, [tenant, id, seen.id, ...words, seen.by]);
    });
  }

  dismiss(
    tenant: TenantId,
    seen: SeenRevision,
    { id, toOn }: { readonly id: string; readonly toOn: LocalDate },
  ): Promise<RegisterRefusal | undefined> {
    return this.changeSeen(tenant, seen, async (transaction) => {
      const ended = await transaction.query(endRepresentative, [tenant, id, seen.id, toOn]);
      return ended.rowCount === 1 ? undefined : 'not-found';
    });
  }

  private changeSeen(
    tenant: TenantId,
    seen: SeenRevision,
    write: (transaction: Transaction) => Promise<RegisterRefusal | void>,
  ): Promise<RegisterRefusal | undefined> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<{ revision: number }>(lockPerson, [tenant, seen.id]);
      const revision = rows[0]?.revision;
      if (revision === undefined) return 'not-found';
      if (revision !== seen.revision) return 'stale-revision';

      const refusal = await write(transaction);
      if (refusal === undefined) await transaction.query(countChange, [tenant, seen.id, seen.by]);
      return refusal ?? undefined;
    });
  }
}

const lockPerson = 'select revision from registered_person where tenant = $1 and id = $2 for update';

const insertRepresentative = `
  insert into representative (tenant, id, person, kind, name, actor, organisation, email, phone, address, from_on, to_on,
    registered_by, registered_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, boligflyt_now())`;

const endRepresentative = `
  update representative set to_on = $4::date
  where tenant = $1 and id = $2 and person = $3 and from_on <= $4::date and (to_on is null or to_on > $4::date)`;

const selectRepresented = `
  select distinct person from representative
  where tenant = $1 and actor = $2 and kind = 'fullmektig' and from_on <= $3::date and (to_on is null or $3::date <= to_on)
  order by person`;

const selectNamed = `
  select json_strip_nulls(json_build_object('id', id, 'name', name, 'bornOn', born_on)) as person
  from registered_person
  where tenant = $1 and protection = 'none' and position(lower($2) in lower(name)) > 0
  order by name, id limit 50`;
