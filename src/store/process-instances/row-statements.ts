import { leaseSeconds } from '../outbox/lease.js';
import { markDone } from '../outbox/mark-done.js';

/** One part of what a transaction writes: any number of rows, given as one JSON list in `$rows`; `$1` is the municipality. */
export interface RowStatement {
  /** The part's name in the statement that holds all parts. */
  readonly name: string;
  readonly text: string;
}

// A new row and the next state of an old one are written by the same columns.
const instanceRows = `
    insert into process_instance as c (tenant, id, definition_key, definition_version, process_name, family, title, business_key,
      subject, parent_id, state, suspended, has_incident, revision, snapshot, phase, phase_since, stage, stage_since, readers,
      started_by, started_at, ended_at)
    select $1, r.id, r."definitionKey", r."definitionVersion", r."processName", r.family, r.title, r."businessKey",
      r.subject, r."parentId", r.state, r.suspended, r."hasIncident", r.revision, r.snapshot,
      r.phase, case when r.phase is not null then r.at end, r.stage, case when r.stage is not null then r.at end, r.readers,
      r."startedBy", r."startedAt", r."endedAt"
    from json_to_recordset($rows) as r(id text, "definitionKey" text, "definitionVersion" int, "processName" text, family text,
      title text, "businessKey" text, subject text, "parentId" text, state text, suspended boolean, "hasIncident" boolean, revision int,
      snapshot json, phase int, stage int, readers text[], "startedBy" text, "startedAt" timestamptz, "endedAt" timestamptz,
      at timestamptz)`;

/** Writes new cases; one whose id is taken is left alone. */
export const insertInstances: RowStatement = {
  name: 'started',
  text: `${instanceRows}
    on conflict do nothing`,
};

/**
 * Writes what became of cases that are locked. By `on conflict`, which always goes by the primary key: an `update … from` may
 * read every case of the municipality where its plan was made while there were few. Who decided on an older revision is
 * stopped by the key of the journal.
 */
export const updateInstances: RowStatement = {
  name: 'continued',
  text: `${instanceRows}
    on conflict (tenant, id) do update set
      definition_key = excluded.definition_key, definition_version = excluded.definition_version,
      process_name = excluded.process_name, family = excluded.family, readers = excluded.readers, state = excluded.state,
      suspended = excluded.suspended, has_incident = excluded.has_incident, revision = excluded.revision,
      snapshot = excluded.snapshot, ended_at = excluded.ended_at,
      phase = coalesce(excluded.phase, c.phase),
      phase_since = case when excluded.phase is distinct from c.phase then coalesce(excluded.phase_since, c.phase_since) else c.phase_since end,
      stage = coalesce(excluded.stage, c.stage),
      stage_since = case when excluded.stage is distinct from c.stage then coalesce(excluded.stage_since, c.stage_since) else c.stage_since end
    where c.revision < excluded.revision`,
};

export const insertJournal: RowStatement = {
  name: 'journaled',
  text: `
    insert into journal (tenant, instance, seq, at, actor, events)
    select $1, r.instance, r.seq, r.at, r.actor, r.events
    from json_to_recordset($rows) as r(instance text, seq int, at timestamptz, actor text, events json)`,
};

export const writeUserTasks: RowStatement = {
  name: 'tasks',
  text: `
    insert into user_task (tenant, id, instance, node, name, state, revision, assignee, candidate_groups, form, participation,
      deadline, due_at, created_at, completed_at, completed_by, result)
    select $1, r.id, r.instance, r.node, r.name, r.state, r.revision, r.assignee, r."candidateGroups", r.form,
      r.participation, r.deadline, r."dueAt", r."createdAt", r."completedAt", r."completedBy", r.result
    from json_to_recordset($rows) as r(id text, instance text, node text, name text, state text, revision int, assignee text,
      "candidateGroups" text[], form text, participation text, deadline jsonb, "dueAt" timestamptz, "createdAt" timestamptz,
      "completedAt" timestamptz, "completedBy" text, result jsonb)
    on conflict (tenant, id) do update set node = excluded.node, state = excluded.state, revision = excluded.revision,
      assignee = excluded.assignee, deadline = excluded.deadline, due_at = excluded.due_at, completed_at = excluded.completed_at, completed_by = excluded.completed_by,
      result = excluded.result`,
};

export const writeTimers: RowStatement = {
  name: 'timers',
  text: `
    insert into timer (tenant, id, instance, node, purpose, occurrence, due_at, fired_at, cancelled_at, deadline,
      user_task_id, to_whom)
    select $1, r.id, r.instance, r.node, r.purpose, r.occurrence, r."dueAt", r."firedAt", r."cancelledAt", r.deadline,
      r."userTaskId", r."toWhom"
    from json_to_recordset($rows) as r(id text, instance text, node text, purpose text, occurrence int, "dueAt" timestamptz,
      "firedAt" timestamptz, "cancelledAt" timestamptz, deadline jsonb, "userTaskId" text, "toWhom" text)
    on conflict (tenant, id) do update set node = excluded.node, occurrence = excluded.occurrence, due_at = excluded.due_at,
      fired_at = excluded.fired_at, cancelled_at = excluded.cancelled_at, deadline = excluded.deadline`,
};

export const insertSubscriptions: RowStatement = {
  name: 'subscribed',
  text: `
    insert into subscription (tenant, id, instance, node, kind, message, correlation_key, created_at)
    select $1, r.id, r.instance, r.node, r.kind, r.message, r."correlationKey", r."createdAt"
    from json_to_recordset($rows) as r(id text, instance text, node text, kind text, message text, "correlationKey" text,
      "createdAt" timestamptz)
    on conflict (tenant, id) do update set node = excluded.node`,
};

export const deleteSubscriptions: RowStatement = {
  name: 'unsubscribed',
  text: `delete from subscription where tenant = $1 and id = any(array(select json_array_elements_text($rows)))`,
};

export const insertIncidents: RowStatement = {
  name: 'raised',
  text: `
    insert into incident (tenant, id, instance, node, element, code, message, job_id, raised_at, resolved_at, resolved_by)
    select $1, r.id, r.instance, r.node, r.element, r.code, r.message, r."jobId", r."raisedAt", r."resolvedAt", r."resolvedBy"
    from json_to_recordset($rows) as r(id text, instance text, node text, element text, code text, message text, "jobId" text,
      "raisedAt" timestamptz, "resolvedAt" timestamptz, "resolvedBy" text)
    on conflict (tenant, id) do update set node = excluded.node`,
};

export const endIncidents: RowStatement = {
  name: 'resolved',
  text: `
    update incident as i set resolved_at = r."resolvedAt", resolved_by = r."resolvedBy"
    from json_to_recordset($rows) as r(id text, "resolvedAt" timestamptz, "resolvedBy" text)
    where i.tenant = $1 and i.id = r.id and i.resolved_at is null`,
};

// The same key is never asked for twice in a case. A lease counts real seconds.
const effectRows = (lease: { readonly columns: string; readonly values: string }): string => `
    insert into outbox (tenant, instance, effect_key, kind, payload, at${lease.columns})
    select $1, r.instance, r."effectKey", r.kind, r.payload, r.at${lease.values}
    from json_to_recordset($rows) as r(instance text, "effectKey" text, kind text, payload jsonb, at timestamptz)
    on conflict (instance, effect_key, tenant) do nothing`;

/** Writes effects that whoever is free may claim. */
export const insertOutbox: RowStatement = { name: 'effects', text: effectRows({ columns: '', values: '' }) };

/** The same as the first attempt of whoever wrote it. */
export const handOver: RowStatement = {
  name: 'handed',
  text: effectRows({
    columns: ', attempts, silent, claimed_until',
    values: `, 1, 1, clock_timestamp() + interval '${leaseSeconds} seconds'`,
  }),
};

/** Writes that claimed effects are done. */
export const settleEffects: RowStatement = {
  name: 'settled',
  text: markDone('array(select json_array_elements_text($rows)::bigint)'),
};

/** Writes receipts; one whose key is taken is left alone. */
export const insertReceipts: RowStatement = {
  name: 'receipts',
  text: `
    insert into command_receipt (tenant, actor, key, request_hash, instance, revision, at)
    select $1, r.actor, r.key, r."requestHash", r.instance, r.revision, r.at
    from json_to_recordset($rows) as r(actor text, key text, "requestHash" text, instance text, revision int, at timestamptz)
    on conflict do nothing`,
};
