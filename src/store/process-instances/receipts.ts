import type { CommandRequest, RepeatedCommand, TenantId } from '../../runtime/ports.js';
import { idOf } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { Transaction } from '../with-tenant.js';
import type { Change } from './change.js';

/** The first use of an Idempotency-Key. */
export interface FirstUse {
  readonly requestHash: string;
  readonly instance: string | null;
  readonly revision: number | null;
}

/** First uses by actor and key. */
export type FirstUses = ReadonlyMap<string, FirstUse>;

/** The name of a receipt in `FirstUses`. */
export const receiptName = (actor: string, key: string): string => JSON.stringify([actor, key]);

/** The receipts that were written before for the keys of these requests. */
export async function findFirstUses(
  transaction: Transaction,
  tenant: TenantId,
  requests: readonly CommandRequest[],
): Promise<FirstUses> {
  const asked = requests.flatMap(({ command, receipt }) =>
    receipt === undefined ? [] : [{ actor: command.actor.id, key: receipt.key }],
  );
  if (asked.length === 0) return new Map();

  const { rows } = await transaction.query<FirstUse & { actor: string; key: string }>({
    name: 'find-receipts',
    text: selectReceipts,
    values: [tenant, JSON.stringify(asked)],
  });
  return new Map(rows.map((row) => [receiptName(row.actor, row.key), row]));
}

/** Says that the request's key was used before, by an earlier transaction or earlier in this group. */
export function repetitionOf(
  request: CommandRequest,
  firstUses: FirstUses,
  accepted: readonly Change[],
): RepeatedCommand | undefined {
  const { command, receipt, processInstanceId } = request;
  if (receipt === undefined) return undefined;

  const name = receiptName(command.actor.id, receipt.key);
  const earlier = firstUses.get(name) ?? useInGroup(name, accepted);
  if (earlier === undefined) return undefined;

  return {
    reason: 'command-repeated',
    sameRequest: earlier.requestHash === receipt.requestHash && earlier.instance !== null,
    processInstanceId: earlier.instance === null ? processInstanceId : idOf<'ProcessInstance'>(earlier.instance),
    revision: earlier.revision ?? 0,
  };
}

function useInGroup(name: string, accepted: readonly Change[]): FirstUse | undefined {
  const change = accepted.find(
    ({ request: { command, receipt } }) => receipt !== undefined && receiptName(command.actor.id, receipt.key) === name,
  );
  const receipt = change?.request.receipt;
  return change === undefined || receipt === undefined
    ? undefined
    : { requestHash: receipt.requestHash, instance: change.after.id, revision: change.after.revision };
}

/** A receipt as it is written with the change. */
export interface ReceiptRow {
  readonly actor: string;
  readonly key: string;
  readonly requestHash: string;
  readonly instance: string;
  readonly revision: number;
  readonly at: Instant;
}

/** The receipts of accepted commands. */
export const rowsOfReceipts = ({ request, command, after }: Change): readonly ReceiptRow[] =>
  request.receipt === undefined
    ? []
    : [{ ...request.receipt, actor: command.actor.id, instance: after.id, revision: after.revision, at: command.at }];

// `limit` keeps the planner from reading all receipts of the municipality at once to find a few.
const selectReceipts = `
  select r.actor, r.key, c.request_hash as "requestHash", c.instance, c.revision
  from json_to_recordset($2) as r(actor text, key text)
  cross join lateral (
    select request_hash, instance, revision from command_receipt where tenant = $1 and actor = r.actor and key = r.key limit 1
  ) as c`;
