import type pg from 'pg';
import type { NoticePreference, NoticePreferences } from '../../runtime/notice-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

/** How the people of a municipality want to be told things. */
export class PostgresNoticePreferences implements NoticePreferences {
  constructor(private readonly pool: pg.Pool) {}

  async of(tenant: TenantId, actor: Id<'Actor'>): Promise<NoticePreference> {
    const [row] = await queryInTenant<NoticePreference>(this.pool, tenant, {
      text: 'select language, daily_digest as "dailyDigest" from notice_preference where tenant = $1 and actor = $2',
      values: [tenant, actor],
    });
    return row ?? { language: 'nb', dailyDigest: false };
  }

  async choose(tenant: TenantId, actor: Id<'Actor'>, { language, dailyDigest }: NoticePreference): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `insert into notice_preference (tenant, actor, language, daily_digest) values ($1, $2, $3, $4)
        on conflict (tenant, actor) do update set language = excluded.language, daily_digest = excluded.daily_digest`,
      values: [tenant, actor, language, dailyDigest],
    });
  }
}
