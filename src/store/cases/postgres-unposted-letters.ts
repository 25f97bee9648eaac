import type pg from 'pg';
import type { UnpostedLetter, UnpostedLetters } from '../../runtime/outgoing-post.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Letters that lie unposted, by the database's clock. */
export class PostgresUnpostedLetters implements UnpostedLetters {
  constructor(private readonly pool: pg.Pool) {}

  async due(tenant: TenantId, limit: number): Promise<readonly UnpostedLetter[]> {
    const rows = await queryInTenant<DueRow>(this.pool, tenant, {
      ...{ name: 'letters-unposted', text: selectDue, values: [tenant, limit] },
    });
    return rows.map(({ dueAt, ...letter }) => ({ ...letter, ...(dueAt === null ? {} : { dueAt }) }));
  }

  async looked(
    tenant: TenantId,
    { id, told, dueAt }: UnpostedLetter,
    found: { readonly told: number; readonly nextAt: Instant },
  ): Promise<boolean> {
    const looked = await queryInTenant(this.pool, tenant, {
      text: `update letter_to_post set told = $5, due_at = $6
        where tenant = $1 and letter = $2 and told = $3 and due_at is not distinct from $4 returning letter`,
      values: [tenant, id, told, dueAt ?? null, found.told, found.nextAt],
    });
    return looked.length > 0;
  }
}

type DueRow = Omit<UnpostedLetter, 'dueAt'> & { readonly dueAt: Instant | null };

/** The letters of a municipality (`$1`) of which somebody must hear that they lie unposted, or at which nobody has looked. */
export const fromUnpostedLetters = `from letter_to_post as q
  where q.tenant = $1 and (q.due_at is null or q.due_at <= (select boligflyt_now()))`;

/** When somebody must hear of the next. */
export const nextUnpostedAt = `select min(q.due_at) from letter_to_post as q where q.tenant = $1`;

const selectDue = `
  select q.letter as id, l.instance as "processInstanceId", l.sent_at as at, q.told, q.due_at as "dueAt"
  from letter_to_post as q join letter as l on l.tenant = q.tenant and l.id = q.letter
  where q.tenant = $1 and (q.due_at is null or q.due_at <= (select boligflyt_now()))
  order by q.due_at nulls first, q.letter limit $2`;
