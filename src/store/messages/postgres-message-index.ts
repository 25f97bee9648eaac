import type pg from 'pg';
import type { MessageAddress } from '../../runtime/messages/message-rule.js';
import type { EventStartPlace, MessageIndex, MessageWait, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

type StoredWait = Omit<MessageWait, 'correlationKey'> & { readonly correlationKey: string | null };

/** Who waits for a message or signal, read from the subscriptions that the cases' transactions keep. */
export class PostgresMessageIndex implements MessageIndex {
  constructor(private readonly pool: pg.Pool) {}

  async waitingFor(
    tenant: TenantId,
    { name, correlationKey }: Pick<MessageAddress, 'name' | 'correlationKey'>,
    { except, limit }: { readonly except: readonly string[]; readonly limit: number },
  ): Promise<readonly MessageWait[]> {
    const rows = await queryInTenant<StoredWait>(this.pool, tenant, {
      text: `select s.id, s.instance as "processInstanceId", s.node, i.definition_key as "processKey", s.message,
          s.correlation_key as "correlationKey", s.created_at as since
        from subscription as s join process_instance as i on i.tenant = s.tenant and i.id = s.instance
        where s.tenant = $1 and s.kind = 'message' and s.message = $2
          and (s.correlation_key is null or s.correlation_key = $3::text)
          and not i.suspended and s.id <> all($4::text[])
        order by s.created_at, s.id limit $5`,
      values: [tenant, name, correlationKey ?? null, except, limit],
    });
    return rows.map(({ correlationKey: key, ...row }) => (key === null ? row : { ...row, correlationKey: key }));
  }

  async hearing(tenant: TenantId, signal: string): Promise<readonly Id<'ProcessInstance'>[]> {
    const rows = await queryInTenant<{ id: Id<'ProcessInstance'> }>(this.pool, tenant, {
      text: `select instance as id from subscription
        where tenant = $1 and kind = 'signal' and message = $2 group by instance order by min(created_at), instance`,
      values: [tenant, signal],
    });
    return rows.map(({ id }) => id);
  }

  startedBy(tenant: TenantId, kind: 'message' | 'signal', name: string): Promise<readonly EventStartPlace[]> {
    return queryInTenant<EventStartPlace>(this.pool, tenant, {
      text: `select definition_key as "processKey", start_event as "startEvent" from message_start
        where tenant = $1 and kind = $2 and message = $3 order by definition_key, start_event`,
      values: [tenant, kind, name],
    });
  }
}
