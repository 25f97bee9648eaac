import type { Effect } from '../../engine/index.js';
import { mostAttempts, mostAttemptsAt } from '../../runtime/jobs/job-terms.js';
import type { ClaimedEffect, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { Transaction } from '../with-tenant.js';
import { markDone } from './mark-done.js';

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

/** After so many attempts in a row that never came back an effect is claimed alone: it may be what takes its worker down. */
export const silentBeforeAlone = 2;

/** So long an effect that is to be claimed alone lets others go first, in real seconds; then others let it. */
export const longestBehindOthers = 300;

/** Whether an effect with so many attempts, so many of them silent in the end, is given up when it is claimed again. */
export const isGivenUp = (effect: Effect, { attempts, silent }: { attempts: number; silent: number }): boolean =>
  attempts > mostAttemptsOf(effect) || (effect.type !== 'CreateJob' && silent >= mostAttempts);

/**
 * Claims the oldest effects that nobody works on; one that may take its worker down alone, when no other waits or it has let others
 * go first for five minutes; of several such the one that was silent least often, so that who was only claimed beside it waits for one
 * death of it and not for all. A job whose last attempt never came back is claimed once more, as attempt 6, so that the claimer can say
 * so to the case instead of running it again. Anything else has failed after five attempts in a row that never came back. What has
 * failed is an incident from then on.
 */
export async function claimEffects(
  transaction: Transaction,
  tenant: TenantId,
  claim: { readonly limit: number; readonly leaseSeconds: number },
): Promise<readonly ClaimedEffect[]> {
  const { rows } = await transaction.query<ClaimedRow>(claimWaiting, [tenant, claim.limit, claim.leaseSeconds]);

  return rows.map((row) => ({ tenant, ...row }));
}

/** Writes that effects of one municipality are done; what was given up meanwhile is no incident any more. */
export async function settleDone(
  transaction: Transaction,
  tenant: TenantId,
  effects: readonly ClaimedEffect[],
): Promise<void> {
  await transaction.query(markGiven, [tenant, effects.map(({ id }) => id)]);
}

/** How an attempt failed, and how long the effect rests before the next one. */
export interface Failure {
  readonly message: string;
  readonly restSeconds: number;
}

/** Writes that an attempt failed; one whose lease has passed to somebody else can no longer fail the effect. */
export async function settleFailed(
  transaction: Transaction,
  { tenant, id, attempt }: ClaimedEffect,
  { message, restSeconds }: Failure,
): Promise<void> {
  await transaction.query(markFailed, [tenant, id, attempt, message.slice(0, 2000), restSeconds]);
}

const mostAttemptsInSql = `case kind
  when 'CreateJob' then greatest(coalesce((payload ->> 'retries')::int, ${mostAttempts}), 1)
  else ${mostAttempts * 60} end`;

const isGivenUpInSql = `(attempts > ${mostAttemptsInSql} or kind <> 'CreateJob' and silent >= ${mostAttempts})`;

/** Whether an effect of a municipality (`$1`) waits for somebody to claim it. */
export const isFree = `tenant = $1 and done_at is null and failed_at is null
      and (claimed_until is null or claimed_until <= clock_timestamp())`;

// The case knows nothing of it: it may be over, and what it asked for is still not done.
const raiseGivenUp = `insert into incident (tenant, id, instance, node, element, code, message, raised_at, effect_id)
    select $1, gen_random_uuid()::text, instance, coalesce(payload ->> 'node', kind), '', 'EFFECT_FAILED', last_error, failed_at, id
    from tried where failed_at is not null`;

// Leases count real seconds: a worker dies in the world, not in the demo's time. By address (`ctid`), which holds while the rows
// are locked: no plan can go another way than to them.
const claimWaiting = `
  with kept_back as materialized (
    select ctid from outbox
    where ${isFree} and silent >= ${silentBeforeAlone} and claimed_until <= clock_timestamp() - interval '${longestBehindOthers} s'
    order by claimed_until, id limit 1 for update skip locked
  ), waiting as materialized (
    select ctid from outbox
    where ${isFree} and silent < ${silentBeforeAlone} and not exists (select from kept_back)
    order by id limit $2 for update skip locked
  ), alone as materialized (
    select ctid from outbox
    where ${isFree} and silent >= ${silentBeforeAlone} and not exists (select from kept_back)
      and not exists (select from waiting)
    order by silent, id limit 1 for update skip locked
  ), tried as (
    update outbox
    set attempts = attempts + 1, silent = silent + 1, claimed_until = clock_timestamp() + $3 * interval '1 second',
      failed_at = case when ${isGivenUpInSql} then boligflyt_now() end,
      last_error = case when ${isGivenUpInSql}
        then 'Expected an answer, but no attempt ever came to an end' else last_error end
    where ctid = any(array(select ctid from kept_back union all select ctid from waiting union all select ctid from alone))
    returning id, instance, kind, payload, at, attempts, failed_at, last_error
  ), raised as (${raiseGivenUp})
  select id::text as id, instance as "processInstanceId", payload as effect, at, attempts as attempt
  from tried where failed_at is null order by tried.id`;

// Who was given up and came to its end after all: nobody need try it again.
const markGiven = `
  with late as materialized (
    select id, instance from outbox where tenant = $1 and id = any($2::bigint[]) and done_at is null and failed_at is not null
  ), closed as (
    update incident set resolved_at = boligflyt_now()
    where tenant = $1 and instance = any(array(select instance from late)) and effect_id = any(array(select id from late))
      and resolved_at is null
  )
  ${markDone('$2::bigint[]')}`;

const markFailed = `
  with tried as (
    update outbox
    set last_error = $4, silent = 0,
      failed_at = case when attempts >= ${mostAttemptsInSql} then boligflyt_now() end,
      claimed_until = clock_timestamp() + $5 * interval '1 second'
    where tenant = $1 and id = $2::bigint and attempts = $3 and done_at is null and failed_at is null
    returning id, instance, kind, payload, failed_at, last_error
  )
  ${raiseGivenUp}`;
