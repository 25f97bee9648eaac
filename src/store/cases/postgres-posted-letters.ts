import type pg from 'pg';
import type { ArrivedLetter, PostedLetters } from '../../runtime/case-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Letters that went by post, by the database's clock. */
export class PostgresPostedLetters implements PostedLetters {
  constructor(private readonly pool: pg.Pool) {}

  arrived(tenant: TenantId): Promise<readonly ArrivedLetter[]> {
    return queryInTenant<ArrivedLetter>(this.pool, tenant, {
      name: 'letters-arrived',
      text: selectArrived,
      values: [tenant],
    });
  }

  async counted(tenant: TenantId, id: string): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `update posted_letter set counted_at = boligflyt_now()
        where tenant = $1 and letter = $2 and counted_at is null`,
      values: [tenant, id],
    });
  }
}

const arrivesAt = `p.arrives_on::timestamp at time zone 'Europe/Oslo'`;
const uncounted = 'p.tenant = $1 and p.counted_at is null';
const hasCome = `${uncounted} and ${arrivesAt} <= (select boligflyt_now())`;

/** The letters of a municipality (`$1`) whose day has come. */
export const fromArrivedLetters = `from posted_letter as p where ${hasCome}`;

/** When the next letter of a municipality (`$1`) counts as having come. */
export const nextLetterAt = `select min(${arrivesAt}) from posted_letter as p where ${uncounted}`;

const selectArrived = `
  select p.letter as id, l.instance as "processInstanceId", l.template, l.sent_at as at, p.arrives_on as "arrivesOn"
  from posted_letter as p join letter as l on l.tenant = p.tenant and l.id = p.letter
  where ${hasCome} order by p.arrives_on, l.sent_at, p.letter limit 100`;
