import type pg from 'pg';
import type { RentClaim } from '../../runtime/homes/rent-claim.js';
import type { Arrears, ClaimToFollow, EndedTerm, PaidClaim, RentBook } from '../../runtime/homes/rent-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';
import { claimColumns, withoutNulls } from './record-columns.js';
import type { Stored } from './record-columns.js';

/** What is due and paid, in PostgreSQL. */
export class PostgresRentBook implements RentBook {
  constructor(private readonly pool: pg.Pool) {}

  async claims(tenant: TenantId, tenancy: Id<'Tenancy'>): Promise<readonly RentClaim[]> {
    const text = `select ${claimColumns} from rent_claim as c where c.tenant = $1 and c.tenancy = $2 order by c.due_on, c.id`;
    const rows = await this.rows<Stored<RentClaim>>(tenant, text, tenancy);
    return rows.map((row) => withoutNulls<RentClaim>(row));
  }

  async arrears(tenant: TenantId): Promise<readonly Arrears[]> {
    const rows = await this.rows<Stored<Arrears>>(tenant, selectArrears, null);
    return rows.map((row) => withoutNulls<Arrears>(row));
  }

  async arrearsOf(tenant: TenantId, tenancy: Id<'Tenancy'>): Promise<Arrears | undefined> {
    const [row] = await this.rows<Stored<Arrears>>(tenant, selectArrears, tenancy);
    return row && withoutNulls<Arrears>(row);
  }

  toFollow(tenant: TenantId): Promise<readonly ClaimToFollow[]> {
    return this.rows<ClaimToFollow>(tenant, selectToFollow);
  }

  async followed(tenant: TenantId, claim: Id<'RentClaim'>, processInstanceId?: Id<'ProcessInstance'>): Promise<void> {
    const text = `update rent_claim set followed_at = boligflyt_now(), followed_in = $3 where tenant = $1 and id = $2`;
    await this.rows(tenant, text, claim, processInstanceId ?? null);
  }

  toTell(tenant: TenantId): Promise<readonly PaidClaim[]> {
    return this.rows<PaidClaim>(tenant, selectToTell);
  }

  async told(tenant: TenantId, claim: Id<'RentClaim'>): Promise<void> {
    const text = `update rent_claim set told_at = boligflyt_now() where tenant = $1 and id = $2`;
    await this.rows(tenant, text, claim);
  }

  endedTerms(tenant: TenantId): Promise<readonly EndedTerm[]> {
    return this.rows<EndedTerm>(tenant, selectEndedTerms);
  }

  async termFollowed(tenant: TenantId, { tenancy, toOn }: Pick<EndedTerm, 'tenancy' | 'toOn'>): Promise<void> {
    const text = `update tenancy set term_followed_on = $3 where tenant = $1 and id = $2`;
    await this.rows(tenant, text, tenancy, toOn);
  }

  private rows<Row extends object>(
    tenant: TenantId,
    text: string,
    ...values: readonly unknown[]
  ): Promise<readonly Row[]> {
    return queryInTenant<Row>(this.pool, tenant, { text, values: [tenant, ...values] });
  }
}

const today = `(boligflyt_now() at time zone 'Europe/Oslo')::date`;
// The day after, at seven in the morning: nobody is written to at night.
const morningAfter = (day: string): string => `((${day} + 1) + time '07:00') at time zone 'Europe/Oslo'`;
const unended = `join tenancy as t on t.tenant = c.tenant and t.id = c.tenancy and t.ended_on is null`;
const unfollowed = 'c.tenant = $1 and c.followed_at is null';
const untold = 'c.tenant = $1 and c.followed_in is not null and c.told_at is null and c.paid >= c.amount';
const unfollowedTerm = `t.tenant = $1 and t.ended_on is null and t.to_on is not null and t.term_followed_on is distinct from t.to_on`;

const selectArrears = `
  select c.home, c.tenancy, t.person, sum(c.amount - c.paid)::int as owed, min(c.due_on) as "oldestDueOn",
    (array_agg(c.followed_in order by c.followed_at desc nulls last))[1] as "followedIn"
  from rent_claim as c ${unended}
  where c.tenant = $1 and ($2::text is null or c.tenancy = $2) and c.paid < c.amount and c.due_on < ${today}
  group by c.home, c.tenancy, t.person order by 4 desc, c.tenancy limit 500`;

const selectToFollow = `
  select c.id, c.due_on as "dueOn", c.home, c.tenancy, t.person, c.paid >= c.amount as "isPaid" from rent_claim as c ${unended}
  where ${unfollowed} and ${morningAfter('c.due_on')} <= boligflyt_now() order by c.due_on, c.id limit 100`;

const selectToTell = `select c.id, c.revision, c.tenancy, c.followed_in as "followedIn" from rent_claim as c where ${untold} order by c.changed_at, c.id limit 100`;

const selectEndedTerms = `
  select t.id as tenancy, t.home, t.person, t.to_on as "toOn" from tenancy as t
  where ${unfollowedTerm} and ${morningAfter('t.to_on')} <= boligflyt_now() order by t.to_on, t.id limit 100`;

/** Whether a municipality (`$1`) has claims or fixed terms to look at, or payments to tell of. */
export const hasRentWork = `(exists (${selectToFollow}) or exists (${selectToTell}) or exists (${selectEndedTerms}))`;

/** When rent or a fixed term of a municipality (`$1`) is to be looked at next. */
export const nextRentAt = `
  select min(due) from (
    select min(${morningAfter('c.due_on')}) as due from rent_claim as c ${unended} where ${unfollowed}
    union all select min(c.changed_at) from rent_claim as c where ${untold}
    union all select min(${morningAfter('t.to_on')}) from tenancy as t where ${unfollowedTerm}) as next`;
