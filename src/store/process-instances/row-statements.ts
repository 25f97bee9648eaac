import type { RowStatement } from './write-rows.js';

/** Writes new cases; one whose id is taken is left alone. */
export const insertInstances: RowStatement = {
  name: 'insert-instances',
  text: `
    insert into process_instance (tenant, id, definition_key, definition_version, process_name, family, title, business_key,
      subject, parent_id, state, suspended, has_incident, revision, snapshot, phase, phase_since, stage, stage_since, readers,
      started_by, started_at, ended_at)
    select $1, r.id, r."definitionKey", r."definitionVersion", r."processName", r.family, r.title, r."businessKey",
      r.subject, r."parentId", r.state, r.suspended, r."hasIncident", r.revision, r.snapshot,
      r.phase, case when r.phase is not null then r.at end, r.stage, case when r.stage is not null then r.at end, r.readers,
      r."startedBy", r."startedAt", r."endedAt"
    from json_to_recordset($2) as r(id text, "definitionKey" text, "definitionVersion" int, "processName" text, family text,
      title text, "businessKey" text, subject text, "parentId" text, state text, suspended boolean, "hasIncident" boolean, revision int,
      snapshot jsonb, phase int, stage int, readers text[], "startedBy" text, "startedAt" timestamptz, "endedAt" timestamptz,
      at timestamptz)
    on conflict do nothing`,
};

/** Writes what became of cases whose revision is still the one that was decided on. */
export const updateInstances: RowStatement = {
  name: 'update-instances',
  text: `
    update process_instance as c set
      definition_key = r."definitionKey", definition_version = r."definitionVersion", process_name = r."processName",
      family = r.family, readers = r.readers,
      state = r.state, suspended = r.suspended, has_incident = r."hasIncident", revision = r.revision, snapshot = r.snapshot, ended_at = r."endedAt",
      phase = coalesce(r.phase, c.phase),
      phase_since = case when r.phase is distinct from c.phase and r.phase is not null then r.at else c.phase_since end,
      stage = coalesce(r.stage, c.stage),
      stage_since = case when r.stage is distinct from c.stage and r.stage is not null then r.at else c.stage_since end
    from json_to_recordset($2) as r(id text, "definitionKey" text, "definitionVersion" int, "processName" text, family text,
      readers text[], state text, suspended boolean, "hasIncident" boolean, "revisionBefore" int, revision int, snapshot jsonb, phase int, stage int, "endedAt" timestamptz, at timestamptz)
    where c.tenant = $1 and c.id = r.id and c.revision = r."revisionBefore"`,
};

export const insertJournal: RowStatement = {
  name: 'insert-journal',
  text: `
    insert into journal (tenant, instance, seq, at, type, node, actor, payload)
    select $1, r.instance, r.seq, r.at, r.type, r.node, r.actor, r.payload
    from json_to_recordset($2) as r(instance text, seq int, at timestamptz, type text, node text, actor text, payload jsonb)`,
};

export const countNodeVisits: RowStatement = {
  name: 'count-node-visits',
  text: `
    insert into node_visit as v (tenant, instance, node, entered, completed, active, last_at)
    select $1, r.instance, r.node, r.entered, r.completed, r.active, r."lastAt"
    from json_to_recordset($2) as r(instance text, node text, entered int, completed int, active int, "lastAt" timestamptz)
    on conflict (tenant, instance, node) do update set entered = v.entered + excluded.entered,
      completed = v.completed + excluded.completed, active = excluded.active, last_at = excluded.last_at`,
};

export const writeUserTasks: RowStatement = {
  name: 'write-user-tasks',
  text: `
    insert into user_task (tenant, id, instance, node, name, state, revision, assignee, candidate_groups, form, participation,
      deadline, due_at, created_at, completed_at, completed_by, result)
    select $1, r.id, r.instance, r.node, r.name, r.state, r.revision, r.assignee, r."candidateGroups", r.form,
      r.participation, r.deadline, r."dueAt", r."createdAt", r."completedAt", r."completedBy", r.result
    from json_to_recordset($2) as r(id text, instance text, node text, name text, state text, revision int, assignee text,
      "candidateGroups" text[], form text, participation text, deadline jsonb, "dueAt" timestamptz, "createdAt" timestamptz,
      "completedAt" timestamptz, "completedBy" text, result jsonb)
    on conflict (tenant, id) do update set node = excluded.node, state = excluded.state, revision = excluded.revision,
      assignee = excluded.assignee, due_at = excluded.due_at, completed_at = excluded.completed_at, completed_by = excluded.completed_by,
      result = excluded.result`,
};

export const writeTimers: RowStatement = {
  name: 'write-timers',
  text: `
    insert into timer (tenant, id, instance, node, purpose, occurrence, due_at, fired_at, cancelled_at, deadline,
      user_task_id, to_whom)
    select $1, r.id, r.instance, r.node, r.purpose, r.occurrence, r."dueAt", r."firedAt", r."cancelledAt", r.deadline,
      r."userTaskId", r."toWhom"
    from json_to_recordset($2) as r(id text, instance text, node text, purpose text, occurrence int, "dueAt" timestamptz,
      "firedAt" timestamptz, "cancelledAt" timestamptz, deadline jsonb, "userTaskId" text, "toWhom" text)
    on conflict (tenant, id) do update set node = excluded.node, occurrence = excluded.occurrence, due_at = excluded.due_at,
      fired_at = excluded.fired_at, cancelled_at = excluded.cancelled_at`,
};

export const insertSubscriptions: RowStatement = {
  name: 'insert-subscriptions',
  text: `
    insert into subscription (tenant, id, instance, node, kind, message, correlation_key, created_at)
    select $1, r.id, r.instance, r.node, r.kind, r.message, r."correlationKey", r."createdAt"
    from json_to_recordset($2) as r(id text, instance text, node text, kind text, message text, "correlationKey" text,
      "createdAt" timestamptz)
    on conflict (tenant, id) do update set node = excluded.node`,
};

export const deleteSubscriptions: RowStatement = {
  name: 'delete-subscriptions',
  text: `delete from subscription where tenant = $1 and id in (select json_array_elements_text($2))`,
};

export const insertIncidents: RowStatement = {
  name: 'insert-incidents',
  text: `
    insert into incident (tenant, id, instance, node, element, code, message, job_id, raised_at)
    select $1, r.id, r.instance, r.node, r.element, r.code, r.message, r."jobId", r."raisedAt"
    from json_to_recordset($2) as r(id text, instance text, node text, element text, code text, message text, "jobId" text,
      "raisedAt" timestamptz)
    on conflict (tenant, id) do update set node = excluded.node`,
};

export const endIncidents: RowStatement = {
  name: 'end-incidents',
  text: `
    update incident as i set resolved_at = r."resolvedAt", resolved_by = r."resolvedBy"
    from json_to_recordset($2) as r(id text, "resolvedAt" timestamptz, "resolvedBy" text)
    where i.tenant = $1 and i.id = r.id and i.resolved_at is null`,
};

/** The same key is never asked for twice in a case. */
export const insertOutbox: RowStatement = {
  name: 'insert-outbox',
  text: `
    insert into outbox (tenant, instance, effect_key, kind, payload, at)
    select $1, r.instance, r."effectKey", r.kind, r.payload, r.at
    from json_to_recordset($2) as r(instance text, "effectKey" text, kind text, payload jsonb, at timestamptz)
    on conflict (tenant, instance, effect_key) do nothing`,
};

/** Writes receipts; one whose key is taken is left alone. */
export const insertReceipts: RowStatement = {
  name: 'insert-receipts',
  text: `
    insert into command_receipt (tenant, actor, key, request_hash, instance, revision, at)
    select $1, r.actor, r.key, r."requestHash", r.instance, r.revision, r.at
    from json_to_recordset($2) as r(actor text, key text, "requestHash" text, instance text, revision int, at timestamptz)
    on conflict do nothing`,
};

/** Tells everybody who listens, once the transaction is committed; without content, so that nobody learns what they may not. */
export const notifyChanges: RowStatement = {
  name: 'notify-changes',
  text: `
    select pg_notify('boligflyt_changes', json_build_object('tenant', $1::text, 'processInstanceId', r.id)::text)
    from json_array_elements_text($2) as r(id)`,
};
