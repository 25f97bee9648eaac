import type pg from 'pg';
import type { KeptMessage, MessageBuffer, MessageToSend } from '../../runtime/messages/message-ports.js';
import { keptUntil, type MessageAddress } from '../../runtime/messages/message-rule.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant, type Transaction } from '../with-tenant.js';
import { messageColumns, messageOf, type MessageRow } from './message-row.js';

/** Messages on their way, in PostgreSQL. The database's clock says how long they live, its sequence who is first. */
export class PostgresMessageBuffer implements MessageBuffer {
  constructor(private readonly pool: pg.Pool) {}

  keep(tenant: TenantId, message: MessageToSend): Promise<KeptMessage> {
    return withTenant(this.pool, tenant, async (transaction) => {
      if (message.messageId !== undefined)
        await transaction.query(forgetOne, [tenant, message.name, message.messageId]);
      const written = await insert(transaction, tenant, message);
      const { rows } = await transaction.query<MessageRow>(selectKept, [
        tenant,
        written,
        message.name,
        message.messageId,
      ]);
      return onlyOne(rows);
    });
  }

  async deliverable(
    tenant: TenantId,
    limit: number,
    like?: Pick<MessageAddress, 'name' | 'correlationKey'>,
  ): Promise<readonly KeptMessage[]> {
    const rows = await queryInTenant<MessageRow>(
      this.pool,
      tenant,
      like === undefined
        ? { name: 'deliverable', text: selectDeliverable(''), values: [tenant, limit] }
        : {
            text: selectDeliverable('and m.name = $3 and m.correlation_key is not distinct from $4::text'),
            values: [tenant, limit, like.name, like.correlationKey ?? null],
          },
    );
    return rows.map(messageOf);
  }

  settle(tenant: TenantId, id: Id<'KeptMessage'>): Promise<KeptMessage> {
    return withTenant(this.pool, tenant, async (transaction) => {
      await transaction.query(settleOne, [tenant, id]);
      const { rows } = await transaction.query<MessageRow>(selectOne, [tenant, id]);
      return onlyOne(rows);
    });
  }

  sweep(tenant: TenantId): Promise<number> {
    return withTenant(this.pool, tenant, async (transaction) => {
      await transaction.query({ name: 'forget-messages', text: forgetOld, values: [tenant] });
      const expired = await transaction.query({ name: 'expire-messages', text: expireOld, values: [tenant] });
      return expired.rowCount ?? 0;
    });
  }
}

/** Writes the message; undefined when one of its name and id is remembered, also when another transaction was just faster. */
async function insert(transaction: Transaction, tenant: TenantId, message: MessageToSend): Promise<string | undefined> {
  const { rows } = await transaction.query<{ at: Instant }>('select boligflyt_now() as at');
  const [clock] = rows;
  if (clock === undefined) throw new Error('Expected the database to tell the time');

  const { name, correlationKey, messageId, target, isBroadcast, variables, actor, sender } = message;
  const address = [name, correlationKey, messageId, target && JSON.stringify(target), isBroadcast];
  const times = [clock.at, keptUntil(message, clock.at)];
  const values = [tenant, ...address, JSON.stringify(variables), JSON.stringify(actor), sender, ...times];
  const written = await transaction.query<{ id: string }>(insertOne, values);
  return written.rows[0]?.id;
}

function onlyOne(rows: readonly MessageRow[]): KeptMessage {
  const [row] = rows;
  if (row === undefined) throw new Error('Expected the message to be remembered, but it was forgotten meanwhile');
  return messageOf(row);
}

const insertOne = `
  insert into message_buffer (tenant, name, correlation_key, message_id, target, broadcast, variables, actor, sender,
    published_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (tenant, name, message_id) do nothing returning id::text as id`;

const selectKept = `
  select ${messageColumns} from message_buffer as m
  where m.tenant = $1 and case when $2::bigint is null then m.name = $3 and m.message_id = $4 else m.id = $2::bigint end`;

const selectOne = `select ${messageColumns} from message_buffer as m where m.tenant = $1 and m.id = $2::bigint`;

// What is asked here is only whether looking closer is worth it: who takes a message is decided by the one rule (isFor).
const fromDeliverable = (like: string): string => `from message_buffer as m
  where m.tenant = $1 and m.state = 'waiting' ${like} and (
    not m.offered
    or (m.expires_at is null or m.expires_at > (select boligflyt_now())) and (
      cardinality(m.receivers) > 0
      or exists (
        select from subscription as s join process_instance as i on i.tenant = s.tenant and i.id = s.instance
        where s.tenant = m.tenant and s.kind = 'message' and s.message = m.name
          and (s.correlation_key is null or s.correlation_key = m.correlation_key) and not i.suspended
          and i.definition_key = coalesce(m.target->>'process', i.definition_key)
          and s.node = coalesce(m.target->>'element', s.node))
      or exists (
        select from message_start as b
        where b.tenant = m.tenant and b.kind = 'message' and b.message = m.name
          and b.definition_key = coalesce(m.target->>'process', b.definition_key)
          and b.start_event = coalesce(m.target->>'element', b.start_event))))`;

const selectDeliverable = (like: string): string =>
  `select ${messageColumns} ${fromDeliverable(like)} order by m.id limit $2`;

/** Whether a municipality (`$1`) has messages that somebody may take now. */
export const hasDeliverable = `exists (select ${fromDeliverable('')})`;

// What a message carried is nobody's business once it has come to somebody, or to nobody.
const settleOne = `
  update message_buffer as m set offered = true,
    state = o.state,
    variables = case when o.state = 'waiting' then m.variables else '{}' end,
    settled_at = case when o.state <> 'waiting' then o.now end,
    forget_at = case when o.state <> 'waiting' then greatest(m.expires_at, o.now + interval '1 day') end
  from (
    select id, n.now, case when cardinality(receivers) > 0 then 'taken' when expires_at <= n.now then 'expired' else 'waiting' end as state
    from message_buffer, (select boligflyt_now() as now) as n
    where tenant = $1 and id = $2::bigint and state = 'waiting' for update of message_buffer
  ) as o
  where m.tenant = $1 and m.id = o.id`;

const fromExpired = `from message_buffer
    where tenant = $1 and state = 'waiting' and offered and cardinality(receivers) = 0 and expires_at <= (select boligflyt_now())`;

const expireOld = `
  update message_buffer set state = 'expired', variables = '{}', settled_at = boligflyt_now(),
    forget_at = boligflyt_now() + interval '1 day'
  where tenant = $1 and id in (select id ${fromExpired} for update skip locked)`;

const fromForgotten = 'from message_buffer where tenant = $1 and forget_at <= (select boligflyt_now())';

const forgetOld = `delete ${fromForgotten}`;

/** Whether a municipality (`$1`) has messages whose time is over. */
export const hasOldMessages = `(exists (select ${fromExpired}) or exists (select ${fromForgotten}))`;

const forgetOne = `
  delete from message_buffer where tenant = $1 and name = $2 and message_id = $3 and forget_at <= (select boligflyt_now())`;
