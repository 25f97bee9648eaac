import type { CommandRequest, MessageTaken, TenantId } from '../../runtime/ports.js';
import type { Statement, Transaction } from '../with-tenant.js';
import type { Change } from './change.js';

/** A kept message that may still be taken. */
export interface FreeMessage {
  readonly isBroadcast: boolean;
  /** Who took it already. */
  readonly receivers: readonly string[];
}

/** Messages that may still be taken, by id. */
export type FreeMessages = ReadonlyMap<string, FreeMessage>;

/** Locks the messages that the requests want to take until the transaction ends; those that are over are not among them. */
export async function lockFreeMessages(
  transaction: Transaction,
  tenant: TenantId,
  requests: readonly CommandRequest[],
): Promise<FreeMessages> {
  const ids = requests.flatMap(({ takes }) => takes?.id ?? []);
  if (ids.length === 0) return new Map();

  const { rows } = await transaction.query<FreeMessage & { id: string }>({
    name: 'lock-messages',
    text: lockWaiting,
    values: [tenant, ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Says that the message was taken: before, or by a request earlier in this group. */
export function refusalToTake(
  { takes }: CommandRequest,
  free: FreeMessages,
  accepted: readonly Change[],
): MessageTaken | undefined {
  if (takes === undefined) return undefined;

  const message = free.get(takes.id);
  const inGroup = accepted.flatMap(({ request }) => (request.takes?.id === takes.id ? request.takes.receiver : []));
  const isFree =
    message !== undefined &&
    (message.isBroadcast ? ![...message.receivers, ...inGroup].includes(takes.receiver) : inGroup.length === 0);
  return isFree ? undefined : { reason: 'message-taken' };
}

/** A message that a case took, or that began it. */
export interface TakenRow {
  readonly id: string;
  readonly receiver: string;
  readonly instance: string;
  readonly isStart: boolean;
}

/** The message that came by an accepted command. */
export const rowsOfTaken = ({ request: { takes }, before, after }: Change): readonly TakenRow[] =>
  takes === undefined ? [] : [{ ...takes, instance: after.id, isStart: before === undefined }];

// In the order of their ids, and after the cases: two groups never wait for each other in a circle.
const lockWaiting = `
  select id::text as id, broadcast as "isBroadcast", receivers from message_buffer
  where tenant = $1 and id = any($2::bigint[]) and state = 'waiting' order by id for update`;

/** Writes who took messages; one that is for one receiver is over with that, and what it carried is no longer kept. */
export function takenStatements(tenant: TenantId, changes: readonly Change[]): readonly Statement[] {
  const rows = changes.flatMap(rowsOfTaken);
  return rows.length === 0
    ? []
    : [{ name: 'take-messages', text: takeMessages, values: [tenant, JSON.stringify(rows)] }];
}

const takeMessages = `
    update message_buffer as m set
    receivers = m.receivers || r.receivers, correlated = m.correlated || r.correlated, started = m.started || r.started,
    state = case when m.broadcast then m.state else 'taken' end,
    variables = case when m.broadcast then m.variables else '{}' end,
    settled_at = case when not m.broadcast then r.now end,
    forget_at = case when not m.broadcast then greatest(m.expires_at, r.now + interval '1 day') end
  from (
    select id, boligflyt_now() as now, array_agg(receiver) as receivers,
      coalesce(array_agg(instance) filter (where not "isStart"), '{}') as correlated,
      coalesce(array_agg(instance) filter (where "isStart"), '{}') as started
    from json_to_recordset($2) as t(id bigint, receiver text, instance text, "isStart" boolean) group by id
  ) as r
  where m.tenant = $1 and m.id = r.id`;
