import type { Effect } from '../../engine/index.js';
import { mostAttempts, mostAttemptsAt } from '../../runtime/job-terms.js';
import type { ClaimedEffect, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { Transaction } from '../with-tenant.js';

/**
 * How often an effect is tried: a job as often as its diagram says, else five times; one claim more tells the case, where it becomes
 * an incident. Everything else nobody would hear of: mail is tried for a day, since a mail server may well be down for an hour.
 */
export const mostAttemptsOf = (effect: Effect): number =>
  effect.type === 'CreateJob' ? mostAttemptsAt(effect.retries) : mostAttempts * 60;

interface ClaimedRow {
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly effect: Effect;
  readonly at: Instant;
  readonly attempt: number;
}

/**
 * Claims the oldest effects that nobody works on. An effect whose last attempt never came back is claimed once more, as
 * attempt 6, so that the claimer can say so to the case instead of running it again; after that it has failed.
 */
export async function claimEffects(
  transaction: Transaction,
  tenant: TenantId,
  claim: { readonly limit: number; readonly leaseSeconds: number },
): Promise<readonly ClaimedEffect[]> {
  await transaction.query(giveUpOnSilent, [tenant]);
  const { rows } = await transaction.query<ClaimedRow>(claimWaiting, [tenant, claim.limit, claim.leaseSeconds]);

  return rows.map((row) => ({ tenant, ...row }));
}

/** How an attempt ended. */
export type Settlement =
  { readonly ok: true } | { readonly ok: false; readonly message: string; readonly restSeconds: number };

/** Writes how an attempt ended; an attempt whose lease has passed to somebody else can no longer fail the effect. */
export async function settleEffect(
  transaction: Transaction,
  claimed: ClaimedEffect,
  settlement: Settlement,
): Promise<void> {
  const { tenant, id, attempt } = claimed;
  if (settlement.ok) await transaction.query(markDone, [tenant, id]);
  else {
    const { message, restSeconds } = settlement;
    await transaction.query(markFailed, [tenant, id, attempt, message.slice(0, 2000), restSeconds]);
  }
}

// Leases count real seconds: a worker dies in the world, not in the demo's time.
const claimWaiting = `
  with waiting as materialized (
    select id from outbox
    where tenant = $1 and done_at is null and failed_at is null
      and (claimed_until is null or claimed_until <= clock_timestamp())
    order by id limit $2 for update skip locked
  ), claimed as (
    update outbox as o
    set attempts = o.attempts + 1, claimed_until = clock_timestamp() + $3 * interval '1 second'
    from waiting where o.tenant = $1 and o.id = waiting.id
    returning o.id, o.instance, o.payload, o.at, o.attempts
  )
  select id::text as id, instance as "processInstanceId", payload as effect, at, attempts as attempt
  from claimed order by claimed.id`;

const mostAttemptsInSql = `case kind
  when 'CreateJob' then greatest(coalesce((payload ->> 'retries')::int, ${mostAttempts}), 1)
  else ${mostAttempts * 60} end`;

const giveUpOnSilent = `
  update outbox set failed_at = boligflyt_now(), last_error = 'Expected an answer, but no attempt ever came to an end'
  where tenant = $1 and done_at is null and failed_at is null and attempts > ${mostAttemptsInSql} and claimed_until <= clock_timestamp()`;

const markDone = `
  update outbox set done_at = boligflyt_now(), claimed_until = null, failed_at = null
  where tenant = $1 and id = $2::bigint and done_at is null`;

const markFailed = `
  update outbox
  set last_error = $4,
    failed_at = case when attempts >= ${mostAttemptsInSql} then boligflyt_now() end,
    claimed_until = clock_timestamp() + $5 * interval '1 second'
  where tenant = $1 and id = $2::bigint and attempts = $3 and done_at is null and failed_at is null`;
