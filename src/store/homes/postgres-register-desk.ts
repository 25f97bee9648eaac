import pg from 'pg';
import type { RegisterDesk, RegisterOutcome, RegisterRequest } from '../../runtime/homes/home-ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import { retryOnConcurrentChange } from '../process-instances/concurrent-change.js';
import { sendAll, withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { heldHomes, requireAllHeld } from './held-homes.js';
import { lockRecords } from './lock-records.js';
import { recordStatements } from './write-records.js';

/** Where people change registers: lock, read the clock, decide, write, commit, like the commands of cases. */
export class PostgresRegisterDesk implements RegisterDesk {
  constructor(private readonly pool: pg.Pool) {}

  change(request: RegisterRequest): Promise<RegisterOutcome> {
    // Two requests with one key at the same moment: the second fails on the first one's receipt, and finds it when it asks again.
    return retryOnConcurrentChange(() =>
      // A step decides by everything that holds a home, also by what whoever asks is not shown.
      asSystem(() => withTenant(this.pool, request.tenant, (transaction) => carryOut(transaction, request))),
    ).catch(refuseTakenName);
  }
}

// Of what people write, only Kobo's id must be a home's own.
function refuseTakenName(failure: unknown): RegisterOutcome {
  if (!(failure instanceof pg.DatabaseError) || failure.constraint !== 'home_tenant_kobo_id_key') throw failure;
  return {
    ok: false,
    rejection: { reason: 'record-exists', record: 'koboId', detail: 'En annen bolig har denne koboId-en.' },
  };
}

async function carryOut(transaction: Transaction, request: RegisterRequest): Promise<RegisterOutcome> {
  const { tenant, actor, receipt, step } = request;
  const first = await findFirst(transaction, request);
  if (first !== undefined) return first;

  const homes = await heldHomes(transaction, tenant, [step]);
  const before = await lockRecords(transaction, tenant, [step, { homes }]);
  await requireAllHeld(transaction, tenant, { steps: [step], records: before });
  // The clock after the locks: whoever waited for them must not carry an older time than what it waited for.
  const { rows } = await transaction.query<{ at: Instant }>('select boligflyt_now() as at');
  const moment = { at: rows[0]?.at ?? '', actor };
  const decision = step.decide(before, moment);
  if (!decision.ok) return decision;

  const { changes, gives } = decision;
  const values = [tenant, actor, receipt.key, receipt.requestHash, JSON.stringify(gives), moment.at];
  await sendAll(transaction, [
    ...recordStatements(tenant, [{ before, changes, moment }]),
    { text: insertReceipt, values },
  ]);
  return { ok: true, gives };
}

async function findFirst(
  transaction: Transaction,
  { tenant, actor, receipt }: RegisterRequest,
): Promise<RegisterOutcome | undefined> {
  const { rows } = await transaction.query<{ requestHash: string; body: JsonObject | null }>(selectReceipt, [
    tenant,
    actor,
    receipt.key,
  ]);
  const [first] = rows;
  if (first === undefined) return undefined;
  return first.requestHash === receipt.requestHash
    ? { ok: true, gives: first.body ?? {} }
    : { ok: false, rejection: { reason: 'receipt-reused' } };
}

const selectReceipt = `
  select request_hash as "requestHash", body from command_receipt where tenant = $1 and actor = $2 and key = $3`;

const insertReceipt = `
  insert into command_receipt (tenant, actor, key, request_hash, body, at) values ($1, $2, $3, $4, $5, $6)`;
