import type pg from 'pg';
import type { NeedsPicture, NeedsPictureBook, PublishedNeeds } from '../../runtime/need-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Every version of the picture of needs in PostgreSQL. Two cases that publish at once: one is refused, and its job tried again. */
export class PostgresNeedsPictureBook implements NeedsPictureBook {
  constructor(private readonly pool: pg.Pool) {}

  async publish({ tenant, processInstanceId, publishedAt, publishedBy, items }: PublishedNeeds): Promise<number> {
    await queryInTenant(this.pool, tenant, {
      text: `insert into needs_picture (tenant, version, instance, published_at, published_by, picture)
        select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5 from needs_picture where tenant = $1
        on conflict (tenant, instance) do nothing`,
      values: [tenant, processInstanceId, publishedAt, publishedBy, JSON.stringify(items)],
    });
    const [published] = await queryInTenant<{ version: number }>(this.pool, tenant, {
      text: 'select version from needs_picture where tenant = $1 and instance = $2',
      values: [tenant, processInstanceId],
    });
    if (published === undefined)
      throw new Error(`Expected case ${processInstanceId} to have published, but it has not`);
    return published.version;
  }

  list(tenant: TenantId): Promise<readonly NeedsPicture[]> {
    return queryInTenant<NeedsPicture>(this.pool, tenant, {
      text: `select version, published_at as "publishedAt",
          published_by as "publishedBy", picture as items
        from needs_picture where tenant = $1 order by version desc`,
      values: [tenant],
    });
  }
}
