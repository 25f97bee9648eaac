import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { UnopenedLetter, UnopenedLetters } from '../../runtime/unopened-letter.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Letters that went digitally and may not have been opened, in PostgreSQL. */
export class PostgresUnopenedLetters implements UnopenedLetters {
  constructor(private readonly pool: pg.Pool) {}

  due(tenant: TenantId, limit: number): Promise<readonly UnopenedLetter[]> {
    const asked = { name: 'letters-unopened', text: selectDue, values: [tenant, limit] };
    return queryInTenant<UnopenedLetter>(this.pool, tenant, asked);
  }

  async settled(tenant: TenantId, id: string): Promise<void> {
    const text = 'delete from unopened_letter where tenant = $1 and letter = $2';
    await queryInTenant(this.pool, tenant, { text, values: [tenant, id] });
  }
}

/** The letters of a municipality (`$1`) of which it must be seen whether anybody has opened them. */
export const fromUnopenedLetters = `from unopened_letter as u where u.tenant = $1 and u.due_at <= (select boligflyt_now())`;

/** When that is to be seen of the next. */
export const nextUnopenedAt = `select min(u.due_at) from unopened_letter as u where u.tenant = $1`;

const selectDue = `
  select l.id, l.instance as "processInstanceId", l.template, l.sent_at as at, l.to_actor as "to"
  from unopened_letter as u join letter as l on l.tenant = u.tenant and l.id = u.letter
  where u.tenant = $1 and u.due_at <= (select boligflyt_now()) order by u.due_at, u.letter limit $2`;
