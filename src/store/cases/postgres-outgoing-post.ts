import type pg from 'pg';
import type { LetterToPost, OutgoingPost, Posting } from '../../runtime/outgoing-post.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Letters that go by post, in PostgreSQL. */
export class PostgresOutgoingPost implements OutgoingPost {
  constructor(private readonly pool: pg.Pool) {}

  async waiting(tenant: TenantId): Promise<readonly LetterToPost[]> {
    const rows = await queryInTenant<Stored>(this.pool, tenant, {
      text: `select l.id, l.instance as "processInstanceId", l.title, l.recipient, l.to_actor as "to", l.sent_at as at
        from letter as l where l.tenant = $1 and l.by_post and ${isUnposted} order by l.sent_at, l.id limit 1000`,
      values: [tenant],
    });
    return rows.map(({ to, ...letter }) => ({ ...letter, ...(to === null ? {} : { to }) }));
  }

  async post(tenant: TenantId, postings: readonly Posting[]): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `with gone as (delete from letter_to_post where tenant = $1 and letter = any($2::text[]))
        insert into posted_letter (tenant, letter, arrives_on, posted_on, posted_by)
        select l.tenant, l.id, p.arrives_on, p.posted_on, p.posted_by
        from unnest($2::text[], $3::date[], $4::date[], $5::text[]) as p (letter, arrives_on, posted_on, posted_by)
        join letter as l on l.tenant = $1 and l.id = p.letter and l.by_post
        order by l.id on conflict (tenant, letter) do nothing`,
      values: [
        tenant,
        postings.map(({ letter }) => letter),
        postings.map(({ arrivesOn }) => arrivesOn),
        postings.map(({ on }) => on),
        postings.map(({ by }) => by),
      ],
    });
  }
}

type Stored = Omit<LetterToPost, 'to'> & { readonly to: Id<'Actor'> | null };

const isUnposted = `not exists (select from posted_letter as p where p.tenant = l.tenant and p.letter = l.id)`;
