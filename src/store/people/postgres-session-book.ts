import type pg from 'pg';
import type { Person } from '../../runtime/case-ports.js';
import type { OpenedSession, SessionBook } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';
import { readAtOnce } from '../read-at-once.js';
import { sharedLookup } from '../shared-lookup.js';
import { personOf } from './postgres-actor-register.js';
import type { PersonRow } from './postgres-actor-register.js';

interface SessionRow extends PersonRow {
  readonly idHash: string;
  readonly identityToken: string | null;
}

const validSessions = `
  select s.id_hash as "idHash", a.id, a.name, a.email, a.phone, a.groups, s.identity_token as "identityToken"
  from session as s join actor as a on a.tenant = s.tenant and a.id = s.actor_id
  where s.tenant = $1 and s.id_hash = any($2::text[]) and s.expires_at > clock_timestamp()`;

/** Logins. They end by real time: the demo's clock may be moved by a month without logging anybody out. */
export class PostgresSessionBook implements SessionBook {
  private readonly findRow: (tenant: TenantId, idHash: string) => Promise<SessionRow | undefined>;

  /** Every request begins with a look at its login, over `lookups`, whose connections must pipeline. */
  constructor(
    private readonly pool: pg.Pool,
    lookups: pg.Pool,
  ) {
    this.findRow = sharedLookup(
      (tenant, ids) =>
        readAtOnce(lookups, tenant, { name: 'find-sessions', text: validSessions, values: [tenant, ids] }),
      ({ idHash }) => idHash,
    );
  }

  async open(tenant: TenantId, session: OpenedSession): Promise<void> {
    const { idHash, actor, identityToken, lifetimeSeconds } = session;
    await queryInTenant(this.pool, tenant, {
      text: `with expired as (delete from session where tenant = $1 and expires_at <= clock_timestamp())
        insert into session (tenant, id_hash, actor_id, identity_token, expires_at)
        values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 second')`,
      values: [tenant, idHash, actor, identityToken ?? null, lifetimeSeconds],
    });
  }

  async find(
    tenant: TenantId,
    idHash: string,
  ): Promise<{ readonly person: Person; readonly identityToken?: string } | undefined> {
    const row = await this.findRow(tenant, idHash);
    if (row === undefined) return undefined;

    const { identityToken } = row;
    return { person: personOf(row), ...(identityToken === null ? {} : { identityToken }) };
  }

  async close(tenant: TenantId, idHash: string): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: 'delete from session where tenant = $1 and id_hash = $2',
      values: [tenant, idHash],
    });
  }
}
