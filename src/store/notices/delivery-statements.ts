/** Messages about tasks that have ended are let go. */
export const dropSettled = `
  update notification as n set state = 'dropped', claimed_until = null from user_task as t
  where n.tenant = $1 and n.state = 'queued' and n.stops_with_task and t.tenant = n.tenant and t.id = n.user_task
    and t.state in ('completed', 'cancelled')`;

// What was under way when its lease ended.
const isForsaken = 'claimed_until <= clock_timestamp()';

const takeBack = `update notification set state = 'queued', may_be_doubled = true, claimed_until = null
  where tenant = $1 and state = 'sending'`;

/** What was under way at all is tried again. */
export const forgetClaims = takeBack;

// The clock is asked once: as a condition of each row it would read every message that waits.
const isDue = `state = 'queued' and not_before <= (select boligflyt_now())
  and (claimed_until is null or claimed_until <= clock_timestamp())`;

/** Whether a municipality (`$1`) has messages that are to be handed over now. */
export const hasWaiting = `(exists (select from notification where tenant = $1 and ${isDue})
  or exists (select from notification where tenant = $1 and state = 'sending' and ${isForsaken}))`;

const columns = 'key, to_actor, kind, channel, subject, language, address, joins_summary, not_before, at';

/** Messages whose time has come, and what was under way when its lease ended. */
export const waiting = `
  with back as (${takeBack} and ${isForsaken} returning ${columns})
  select key, to_actor as "to", kind, channel, subject, language, address, joins_summary as "joinsSummary"
  from (
    select ${columns} from back union all select ${columns} from notification where tenant = $1 and ${isDue}
  ) as ready
  order by not_before, at, key limit $2`;

/** What people were handed lately; what they read in Boligflyt itself disturbs nobody. */
export const recent = `
  select to_actor as "to", count(*)::int as count, bool_or(kind = 'summary') as "hasSummary", min(handed_at) as "firstAt"
  from notification
  where tenant = $1 and to_actor = any($2::text[]) and state in ('sending', 'sent') and channel <> 'inbox'
    and handed_at > (select boligflyt_now()) - $3 * interval '1 minute'
  group by to_actor`;

/** Holds messages still, in one order, so that two who merge them wait for each other. */
export const lockWaiting = `
  select from notification where tenant = $1 and key = any($2::text[]) and state = 'queued' order by key for update`;

/** Messages become lines of a summary. */
export const becomeLines = `
  update notification set state = 'merged', summary = $3, claimed_until = null where tenant = $1 and key = any($2::text[])`;

/** Messages wait on. */
export const hold = `
  update notification set not_before = $3, joins_summary = true
  where tenant = $1 and key = any($2::text[]) and state = 'queued'`;

/** Messages that still wait are this process's to hand over. */
export const claim = `
  with mine as materialized (
    select key from notification where tenant = $1 and key = any($2::text[]) and ${isDue} order by key for update skip locked
  )
  update notification as n
  set state = 'sending', attempts = n.attempts + 1, handed_at = boligflyt_now(),
    claimed_until = clock_timestamp() + $3 * interval '1 second'
  from mine where n.tenant = $1 and n.key = mine.key
  returning n.tenant, n.key, n.instance as "processInstanceId", n.to_actor as "to", n.kind, n.channel, n.subject, n.text,
    n.language, n.address, n.calendar, n.attempts as attempt`;

/** The channel took it. */
export const sent = `
  update notification set state = 'sent', sent_at = boligflyt_now(), provider_id = $3, failed = null, claimed_until = null
  where tenant = $1 and key = $2 and state in ('sending', 'queued')`;

/** The channel did not take it: for good where no rest is given, else until it has rested. */
export const notSent = `
  update notification
  set state = case when $5::float8 is null then 'failed' else 'queued' end, failed = $4, handed_at = null,
    claimed_until = clock_timestamp() + $5::float8 * interval '1 second'
  where tenant = $1 and key = $2 and attempts = $3 and state = 'sending'`;

/** A sent message came back, or is late. */
export const report = `
  update notification set state = case when $5 then 'bounced' else state end, failed = $3, status_code = $4
  where tenant = $1 and provider_id = $2 and state = 'sent' returning key, to_actor as "to", kind`;

/** Cases that a message is about: its own, or those of its lines. */
export const casesOf = `
  select distinct instance as id from notification
  where tenant = $1 and instance <> '' and (key = $2 or summary = $2) order by instance limit 20`;

/** What is due and yet waits (a channel that is away) is tried by real time, and holds up no one who moves the clock. */
export const nextNoticeAt = `select min(not_before) from notification
  where tenant = $1 and state = 'queued' and not_before > (select boligflyt_now())`;
