import type pg from 'pg';
import type { MessageIndex, TenantId } from '../runtime/ports.js';
import type { Id } from '../shared/id.js';
import { queryInTenant } from './query-in-tenant.js';

type Waiting = { readonly id: Id<'Subscription'>; readonly processInstanceId: Id<'ProcessInstance'> };
type Started = { readonly processKey: string; readonly startEvent: string };

/** Who waits for a message, read from the subscriptions that the cases' transactions keep. */
export class PostgresMessageIndex implements MessageIndex {
  constructor(private readonly pool: pg.Pool) {}

  waitingFor(tenant: TenantId, message: string, key: string | undefined): Promise<readonly Waiting[]> {
    return queryInTenant<Waiting>(this.pool, tenant, {
      text: `select id, instance as "processInstanceId" from subscription
        where tenant = $1 and message = $2 and correlation_key is not distinct from $3::text order by created_at, id`,
      values: [tenant, message, key ?? null],
    });
  }

  startedBy(tenant: TenantId, message: string): Promise<readonly Started[]> {
    return queryInTenant<Started>(this.pool, tenant, {
      text: `select definition_key as "processKey", start_event as "startEvent" from message_start
        where tenant = $1 and message = $2 order by definition_key, start_event`,
      values: [tenant, message],
    });
  }
}
