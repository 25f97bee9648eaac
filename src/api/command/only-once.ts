import type { Json, JsonObject } from '../../shared/json.js';
import type { ReceiptBook } from '../../runtime/receipt-ports.js';
import { problem } from '../problem/problem.js';
import type { AskedCommand } from './asked-command.js';

/** Work that is no command to one case. */
export interface OnceWork<Answer> {
  readonly schema: { parse(body: unknown): Answer };
  readonly run: () => Promise<Answer>;
}

// Two requests with one key at the same moment share the work; the receipt is there for those that come later.
const running = new Map<string, Promise<unknown>>();

/** Does the work unless its key was used: the same request then gets the first answer, another one 409. */
export async function onlyOnce<Answer extends { readonly [name: string]: Json }>(
  receipts: ReceiptBook,
  asked: AskedCommand,
  work: OnceWork<Answer>,
): Promise<Answer> {
  const name = JSON.stringify([asked.who.tenant, asked.who.actor.id, asked.receipt]);
  const other = running.get(name);
  if (other !== undefined) return work.schema.parse(await other);

  const own = firstAnswer(receipts, asked, work).finally(() => running.delete(name));
  running.set(name, own);
  return own;
}

async function firstAnswer<Answer extends { readonly [name: string]: Json }>(
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
