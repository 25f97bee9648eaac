// What a selection says of a case `c`; `$2` is the selection as JSON. What is absent there holds for every case.
const isSelected = `
  ($2::jsonb ->> 'process' is null or c.definition_key = $2::jsonb ->> 'process')
  and ($2::jsonb ->> 'version' is null or c.definition_version = ($2::jsonb ->> 'version')::int)
  and case $2::jsonb ->> 'state'
    when 'active' then c.state = 'active' and not c.suspended
    when 'suspended' then c.state = 'active' and c.suspended
    when 'incident' then c.state = 'active' and c.has_incident
    when 'completed' then c.state = 'completed'
    when 'cancelled' then c.state = 'cancelled'
    else true end
  and ($2::jsonb ->> 'incidentCode' is null or exists (
    select from incident as i where i.tenant = c.tenant and i.instance = c.id and i.resolved_at is null
      and i.code = $2::jsonb ->> 'incidentCode'))`;

// Cases that are named stay in the list also where there are none: whoever named them is told.
const isNamed = `$2::jsonb -> 'ids' is not null`;
const named = `select distinct jsonb_array_elements_text($2::jsonb -> 'ids')`;

/** The selected cases, in the order of their ids. */
export const selectCases = `
  select id as instance, null::text as incident from (
    select n.id from (${named} as id where ${isNamed}) as n
    where not exists (select from process_instance as c where c.tenant = $1 and c.id = n.id and not (${isSelected}))
    union all select c.id from process_instance as c where c.tenant = $1 and not (${isNamed}) and ${isSelected}
  ) as selected order by id`;

/** The open incidents of the selected cases, those that a command resolves. */
export const selectIncidents = `
  select s.instance, i.id as incident from (${selectCases}) as s
  join incident as i on i.tenant = $1 and i.instance = s.instance and i.resolved_at is null and i.effect_id is null
    and ($2::jsonb ->> 'incidentCode' is null or i.code = $2::jsonb ->> 'incidentCode')
  order by i.id`;

export const insertBatch = `
  insert into batch (tenant, id, operation, selection, state, actor, groups, request, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, boligflyt_now()) on conflict (tenant, actor, request) do nothing`;

export const findByRequest = `select id from batch where tenant = $1 and actor = $2 and request = $3`;

/** Writes the items of batch `$3`. */
export const insertItems = (select: string, most: number): string => `
  insert into batch_item (tenant, batch, seq, instance, incident)
  select $1, $3, row_number() over (), w.instance, w.incident from (${select} limit ${most}) as w`;

/** One batch, or with `$2` null the newest. */
export const selectBatches = `
  select b.id, b.operation, b.selection, b.state, b.actor, b.created_at as "createdAt", b.started_at as "startedAt",
    b.finished_at as "finishedAt", n.total, n.done, n.failed, n.skipped
  from batch as b cross join lateral (
    select count(*)::int as total, (count(*) filter (where i.state = 'done'))::int as done,
      (count(*) filter (where i.state = 'failed'))::int as failed, (count(*) filter (where i.state = 'skipped'))::int as skipped
    from batch_item as i where i.tenant = b.tenant and i.batch = b.id
  ) as n
  where b.tenant = $1 and ($2::text is null or b.id = $2) order by b.created_at desc, b.id desc limit 500`;

export const selectItems = `
  select seq, instance as "processInstanceId", incident as "incidentId", state, finished_at as "finishedAt", refusal
  from batch_item where tenant = $1 and batch = $2 and seq > $3 and ($4::text is null or state = $4) order by seq limit 500`;

export const moveBatch = `
  update batch set state = $3, finished_at = case when $3 = 'cancelled' then boligflyt_now() end
  where tenant = $1 and id = $2 and (state, $3) in (
    ('running', 'paused'), ('paused', 'running'), ('running', 'cancelled'), ('paused', 'cancelled'))`;

/** What is under way is skipped too, until it says that it was done. */
export const skipItems = `
  update batch_item set state = 'skipped', finished_at = boligflyt_now()
  where tenant = $1 and batch = $2 and state = 'waiting'`;

// Leases count real seconds: a worker dies in the world, not in the demo's time.
/** The items of a municipality's (`$1`) running batches that nobody works on. */
export const fromFreeItems = `from batch as b join batch_item as i on i.tenant = b.tenant and i.batch = b.id
    where b.tenant = $1 and b.state = 'running' and i.state = 'waiting'
      and (i.claimed_until is null or i.claimed_until <= clock_timestamp())`;

export const claimItems = `
  with wanted as materialized (
    select i.batch, i.seq ${fromFreeItems}
    order by b.created_at, b.id, i.seq limit $2 for update of i skip locked
  ), begun as (
    update batch as b set started_at = boligflyt_now()
    where b.tenant = $1 and b.started_at is null and b.id in (select batch from wanted)
  ), claimed as (
    update batch_item as i set attempts = i.attempts + 1, claimed_until = clock_timestamp() + $3 * interval '1 second'
    from wanted as w where i.tenant = $1 and i.batch = w.batch and i.seq = w.seq
    returning i.*
  )
  select c.batch, c.seq, c.instance as "processInstanceId", c.incident as "incidentId", b.operation,
    json_build_object('id', b.actor, 'groups', b.groups) as actor, c.attempts as attempt
  from claimed as c join batch as b on b.tenant = c.tenant and b.id = c.batch order by c.batch, c.seq`;

export const lockBatch = `select from batch where tenant = $1 and id = $2 for update`;

/** Done or failed is the last word; an item that is to be tried again rests first. */
export const settleItems = `
  update batch_item as i set
    state = case when r.state = 'again' then i.state else r.state end,
    refusal = r.refusal,
    finished_at = case when r.state = 'again' then i.finished_at else boligflyt_now() end,
    claimed_until = case when r.state = 'again' then clock_timestamp() + $4 * interval '1 second' end
  from jsonb_to_recordset($3) as r(seq int, state text, refusal jsonb)
  where i.tenant = $1 and i.batch = $2 and i.seq = r.seq and i.state in ('waiting', 'skipped')`;

export const completeBatch = `
  update batch set state = 'completed', started_at = coalesce(started_at, boligflyt_now()), finished_at = boligflyt_now()
  where tenant = $1 and id = $2 and state in ('running', 'paused')
    and not exists (select from batch_item as i where i.tenant = $1 and i.batch = $2 and i.state = 'waiting')`;

export const forgetClaims = `
  update batch_item set claimed_until = null where tenant = $1 and state = 'waiting' and claimed_until is not null`;
