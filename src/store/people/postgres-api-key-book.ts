import type pg from 'pg';
import type { ApiKey, ApiKeyBook, FoundApiKey, NewApiKey } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { personOf } from './postgres-actor-register.js';
import type { PersonRow } from './postgres-actor-register.js';

interface ApiKeyRow extends Omit<ApiKey, 'revokedAt' | 'lastUsedAt'> {
  readonly revokedAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

interface FoundRow extends PersonRow {
  readonly secretHash: string;
  readonly isUseNoted: boolean;
}

const columns = `id, actor_id as actor, name, created_at as "createdAt", created_by as "createdBy", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt",
  case when revoked_at is not null then 'revoked' when expires_at <= statement_timestamp() then 'expired' else 'valid' end as state`;

/** Keys of programs. They end by real time, as logins do. */
export class PostgresApiKeyBook implements ApiKeyBook {
  constructor(private readonly pool: pg.Pool) {}

  async create(tenant: TenantId, key: NewApiKey): Promise<ApiKey | undefined> {
    const { id, actor, name, secretHash, createdBy, lifetimeSeconds } = key;
    const [row] = await queryInTenant<ApiKeyRow>(this.pool, tenant, {
      text: `insert into api_key (tenant, id, actor_id, name, secret_hash, created_by, created_at, expires_at)
        select tenant, $2, id, $4, $5, $6, statement_timestamp(), statement_timestamp() + $7 * interval '1 second'
        from actor where tenant = $1 and id = $3
        returning ${columns}`,
      values: [tenant, id, actor, name, secretHash, createdBy, lifetimeSeconds],
    });
    return row && apiKeyOf(row);
  }

  async list(tenant: TenantId): Promise<readonly ApiKey[]> {
    const rows = await queryInTenant<ApiKeyRow>(this.pool, tenant, {
      text: `select ${columns} from api_key where tenant = $1 order by created_at desc, id`,
      values: [tenant],
    });
    return rows.map(apiKeyOf);
  }

  async revoke(tenant: TenantId, id: string): Promise<boolean> {
    const rows = await queryInTenant(this.pool, tenant, {
      text: `update api_key set revoked_at = coalesce(revoked_at, statement_timestamp()) where tenant = $1 and id = $2 returning id`,
      values: [tenant, id],
    });
    return rows.length > 0;
  }

  async find(tenant: TenantId, id: string): Promise<FoundApiKey | undefined> {
    const [row] = await queryInTenant<FoundRow>(this.pool, tenant, {
      text: `select a.id, a.name, a.email, a.groups, k.secret_hash as "secretHash",
          coalesce(k.last_used_at >= date_trunc('hour', statement_timestamp()), false) as "isUseNoted"
        from api_key as k join actor as a on a.tenant = k.tenant and a.id = k.actor_id
        where k.tenant = $1 and k.id = $2 and k.revoked_at is null and k.expires_at > statement_timestamp()`,
      values: [tenant, id],
    });
    if (row === undefined) return undefined;

    const { secretHash, isUseNoted } = row;
    return { secretHash, isUseNoted, person: personOf(row) };
  }

  async noteUse(tenant: TenantId, id: string): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `update api_key set last_used_at = date_trunc('hour', statement_timestamp()) where tenant = $1 and id = $2`,
      values: [tenant, id],
    });
  }
}

function apiKeyOf({ revokedAt, lastUsedAt, ...key }: ApiKeyRow): ApiKey {
  return {
    ...key,
    ...(revokedAt === null ? {} : { revokedAt }),
    ...(lastUsedAt === null ? {} : { lastUsedAt }),
  };
}
