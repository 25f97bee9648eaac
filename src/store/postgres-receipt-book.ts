import type pg from 'pg';
import type { CommandReceipt, TenantId } from '../runtime/ports.js';
import type { ReceiptBook } from '../runtime/receipt-ports.js';
import { systemActor } from '../runtime/system-actor.js';
import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import { queryInTenant } from './query-in-tenant.js';

/** Receipts of what is no command to one case; they share their keys with the receipts of commands. */
export class PostgresReceiptBook implements ReceiptBook {
  constructor(private readonly pool: pg.Pool) {}

  async find(
    tenant: TenantId,
    actor: Id<'Actor'>,
    key: string,
  ): Promise<{ readonly requestHash: string; readonly body: JsonObject } | undefined> {
    const [row] = await queryInTenant<{ requestHash: string; body: JsonObject | null }>(this.pool, tenant, {
      text: `select request_hash as "requestHash", body from command_receipt where tenant = $1 and actor = $2 and key = $3`,
      values: [tenant, actor, key],
    });
    return row === undefined ? undefined : { requestHash: row.requestHash, body: row.body ?? {} };
  }

  async write(
    tenant: TenantId,
    actor: Id<'Actor'>,
    { key, requestHash, body }: CommandReceipt & { readonly body: JsonObject },
  ): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `insert into command_receipt (tenant, actor, key, request_hash, body, at)
        values ($1, $2, $3, $4, $5, boligflyt_now()) on conflict (tenant, actor, key) do nothing`,
      values: [tenant, actor, key, requestHash, JSON.stringify(body)],
    });
  }

  async forgetOld(tenant: TenantId): Promise<number> {
    return (await queryInTenant(this.pool, tenant, { text: forget, values: [tenant, systemActor.id] })).length;
  }
}

const forget = `
  delete from command_receipt where tenant = $1 and (actor, key) in (
    select actor, key from command_receipt
    where tenant = $1 and instance is null and actor <> $2 and at < (select boligflyt_now()) - interval '30 days'
    order by at limit 1000 for update skip locked
  ) returning key`;
