import type pg from 'pg';
import type { EventStartPlace, MessageIndex, MessageWait, TenantId } from '../runtime/ports.js';
import type { Id } from '../shared/id.js';
import { queryInTenant } from './query-in-tenant.js';

/** Who waits for a message or signal, read from the subscriptions that the cases' transactions keep. */
export class PostgresMessageIndex implements MessageIndex {
  constructor(private readonly pool: pg.Pool) {}

  waitingFor(tenant: TenantId, message: string, key: string | undefined): Promise<readonly MessageWait[]> {
    return queryInTenant<MessageWait>(this.pool, tenant, {
      text: `select s.id, s.instance as "processInstanceId", s.node, i.definition_key as "processKey"
        from subscription as s join process_instance as i on i.tenant = s.tenant and i.id = s.instance
        where s.tenant = $1 and s.kind = 'message' and s.message = $2 and s.correlation_key is not distinct from $3::text
        order by s.created_at, s.id`,
      values: [tenant, message, key ?? null],
    });
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
