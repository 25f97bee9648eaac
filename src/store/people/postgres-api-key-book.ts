import type pg from 'pg';
import type { ApiKey, ApiKeyBook, FoundApiKey, NewApiKey } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { readAtOnce } from '../read-at-once.js';
import { sharedLookup } from '../shared-lookup.js';
import { personOf } from './postgres-actor-register.js';
import type { PersonRow } from './postgres-actor-register.js';

interface ApiKeyRow extends Omit<ApiKey, 'revokedAt' | 'lastUsedAt'> {
  readonly revokedAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

interface FoundRow extends PersonRow {
  readonly key: string;
  readonly secretHash: string;
  readonly isUseNoted: boolean;
}

const validKeys = `
  select k.id as key, a.id, a.name, a.email, a.groups, k.secret_hash as "secretHash",
    coalesce(k.last_used_at >= date_trunc('hour', statement_timestamp()), false) as "isUseNoted"
  from api_key as k join actor as a on a.tenant = k.tenant and a.id = k.actor_id
  where k.tenant = $1 and k.id = any($2::text[]) and k.revoked_at is null and k.expires_at > statement_timestamp()`;

const columns = `id, actor_id as actor, name, created_at as "createdAt", created_by as "createdBy", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt",
  case when revoked_at is not null then 'revoked' when expires_at <= statement_timestamp() then 'expired' else 'valid' end as state`;

/** Keys of programs. They end by real time, as logins do. */
export class PostgresApiKeyBook implements ApiKeyBook {
  private readonly findRow: (tenant: TenantId, id: string) => Promise<FoundRow | undefined>;

  /** Every request of a program begins with a look at its key, over `lookups`, whose connections must pipeline. */
  constructor(
    private readonly pool: pg.Pool,
    lookups: pg.Pool,
  ) {
    this.findRow = sharedLookup(
      (tenant, ids) => readAtOnce(lookups, tenant, { name: 'find-api-keys', text: validKeys, values: [tenant, ids] }),
      ({ key }) => key,
    );
  }

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
    const row = await this.findRow(tenant, id);
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
