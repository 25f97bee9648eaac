import type { Json, JsonObject } from '../../shared/json.js';
import type { ReceiptBook } from '../../runtime/ports.js';
import { problem } from '../problem/problem.js';
import type { AskedCommand } from './asked-command.js';

/** Work that is no command to one case. */
export interface OnceWork<Answer> {
  readonly schema: { parse(body: unknown): Answer };
  readonly run: () => Promise<Answer>;
}

/** Does the work unless its key was used: the same request then gets the first answer, another one 409. */
export async function onlyOnce<Answer extends { readonly [name: string]: Json }>(
  receipts: ReceiptBook,
  { who, receipt }: AskedCommand,
  { schema, run }: OnceWork<Answer>,
): Promise<Answer> {
  const first = await receipts.find(who.tenant, who.actor.id, receipt.key);
  if (first !== undefined && first.requestHash !== receipt.requestHash) throw problem('idempotency-key-reused');
  if (first !== undefined) return schema.parse(first.body);

  const answer = await run();
  const body: JsonObject = answer;
  await receipts.write(who.tenant, who.actor.id, { ...receipt, body });
  return answer;
}
