import { leaseSeconds } from '../outbox/lease.js';
import { markDone } from '../outbox/mark-done.js';
import type { Columns } from '../rows-by-column.js';

/** One part of what a transaction writes: any number of rows, in place of `$rows`; `$1` is the municipality. */
export interface RowStatement {
  /** The part's name in the statement that holds all parts. */
  readonly name: string;
  /** What the part reads of each row. */
  readonly columns: Columns;
  readonly text: string;
}

const instanceColumns: Columns = {
  id: 'text',
  definitionKey: 'text',
  definitionVersion: 'int',
  processName: 'text',
  family: 'text',
  title: 'text',
  businessKey: 'text',
  subject: 'text',
  parentId: 'text',
  state: 'text',
  suspended: 'boolean',
  hasIncident: 'boolean',
  revision: 'int',
  snapshot: 'json',
  phase: 'int',
  stage: 'int',
  readers: 'text[]',
  startedBy: 'text',
  startedAt: 'timestamptz',
  endedAt: 'timestamptz',
  at: 'timestamptz',
};

const pick = (columns: Columns, names: readonly string[]): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => names.includes(name)));

// A new row and the next state of an old one are written by the same columns.
const instanceRows = `
    insert into process_instance as c (tenant, id, definition_key, definition_version, process_name, family, title, business_key,
      subject, parent_id, state, suspended, has_incident, revision, snapshot, phase, phase_since, stage, stage_since, readers,
      started_by, started_at, ended_at)
    select $1, r.id, r."definitionKey", r."definitionVersion", r."processName", r.family, r.title, r."businessKey",
      r.subject, r."parentId", r.state, r.suspended, r."hasIncident", r.revision, r.snapshot,
      r.phase, case when r.phase is not null then r.at end, r.stage, case when r.stage is not null then r.at end, r.readers,
      r."startedBy", r."startedAt", r."endedAt"
    from $rows as r`;

/** Writes new cases; one whose id is taken is left alone. */
export const insertInstances: RowStatement = {
  name: 'started',
  columns: instanceColumns,
  text: `${instanceRows}
    on conflict do nothing`,
};

// What a case was begun with stays; so does its definition, unless it is migrated.
const moved = `
      definition_key = excluded.definition_key, definition_version = excluded.definition_version,
      process_name = excluded.process_name, family = excluded.family, readers = excluded.readers,`;
const stand = `
      state = excluded.state, suspended = excluded.suspended, has_incident = excluded.has_incident, revision = excluded.revision,
      snapshot = excluded.snapshot, ended_at = excluded.ended_at,
      phase = coalesce(excluded.phase, c.phase),
      phase_since = case when excluded.phase is distinct from c.phase then coalesce(excluded.phase_since, c.phase_since) else c.phase_since end,
      stage = coalesce(excluded.stage, c.stage),
      stage_since = case when excluded.stage is distinct from c.stage then coalesce(excluded.stage_since, c.stage_since) else c.stage_since end
    where c.revision < excluded.revision`;

/**
 * Writes what became of cases that are locked. By `on conflict`, which always goes by the primary key: an `update … from` may
 * read every case of the municipality where its plan was made while there were few. The columns that a case keeps are not sent: they are
 * empty in the row that nobody inserts, since a locked case cannot go away. Who decided on an older revision is stopped by the key of the
 * journal.
 */
export const updateInstances: RowStatement = {
  name: 'continued',
  columns: pick(instanceColumns, [
    ...['id', 'state', 'suspended', 'hasIncident', 'revision', 'snapshot', 'phase', 'stage', 'endedAt', 'at'],
  ]),
  text: `
    insert into process_instance as c (tenant, id, definition_key, definition_version, process_name, family, title, readers, started_by,
      started_at, state, suspended, has_incident, revision, snapshot, phase, phase_since, stage, stage_since, ended_at)
    select $1, r.id, '', 0, '', '', '', '{}'::text[], '', r.at, r.state, r.suspended, r."hasIncident", r.revision, r.snapshot,
      r.phase, case when r.phase is not null then r.at end, r.stage, case when r.stage is not null then r.at end, r."endedAt"
    from $rows as r
    on conflict (tenant, id) do update set ${stand}`,
};

/** The same for cases that go on by another version of their definition. */
export const migrateInstances: RowStatement = {
  name: 'migrated',
  columns: instanceColumns,
  text: `${instanceRows}
    on conflict (tenant, id) do update set ${moved} ${stand}`,
};

export const insertJournal: RowStatement = {
  name: 'journaled',
  columns: { instance: 'text', seq: 'int', at: 'timestamptz', actor: 'text', events: 'json' },
  text: `
    insert into journal (tenant, instance, seq, at, actor, events)
    select $1, r.instance, r.seq, r.at, r.actor, r.events
    from $rows as r`,
};

export const writeUserTasks: RowStatement = {
  name: 'tasks',
  columns: {
    id: 'text',
    instance: 'text',
    node: 'text',
    name: 'text',
    state: 'text',
    revision: 'int',
    assignee: 'text',
    candidateGroups: 'text[]',
    form: 'text',
    participation: 'text',
    deadline: 'jsonb',
    dueAt: 'timestamptz',
    createdAt: 'timestamptz',
    completedAt: 'timestamptz',
    completedBy: 'text',
    result: 'jsonb',
  },
  text: `
    insert into user_task (tenant, id, instance, node, name, state, revision, assignee, candidate_groups, form, participation,
      deadline, due_at, created_at, completed_at, completed_by, result)
    select $1, r.id, r.instance, r.node, r.name, r.state, r.revision, r.assignee, r."candidateGroups", r.form,
      r.participation, r.deadline, r."dueAt", r."createdAt", r."completedAt", r."completedBy", r.result
    from $rows as r
    on conflict (tenant, id) do update set node = excluded.node, state = excluded.state, revision = excluded.revision,
      assignee = excluded.assignee, deadline = excluded.deadline, due_at = excluded.due_at, completed_at = excluded.completed_at, completed_by = excluded.completed_by,
      result = excluded.result`,
};

export const writeTimers: RowStatement = {
  name: 'timers',
  columns: {
    id: 'text',
    instance: 'text',
    node: 'text',
    purpose: 'text',
    occurrence: 'int',
    dueAt: 'timestamptz',
    firedAt: 'timestamptz',
    cancelledAt: 'timestamptz',
    deadline: 'jsonb',
    userTaskId: 'text',
    toWhom: 'text',
  },
  text: `
    insert into timer (tenant, id, instance, node, purpose, occurrence, due_at, fired_at, cancelled_at, deadline,
      user_task_id, to_whom)
    select $1, r.id, r.instance, r.node, r.purpose, r.occurrence, r."dueAt", r."firedAt", r."cancelledAt", r.deadline,
      r."userTaskId", r."toWhom"
    from $rows as r
    on conflict (tenant, id) do update set node = excluded.node, occurrence = excluded.occurrence, due_at = excluded.due_at,
      fired_at = excluded.fired_at, cancelled_at = excluded.cancelled_at, deadline = excluded.deadline`,
};

export const insertSubscriptions: RowStatement = {
  name: 'subscribed',
  columns: {
    id: 'text',
    instance: 'text',
    node: 'text',
    kind: 'text',
    message: 'text',
    correlationKey: 'text',
    createdAt: 'timestamptz',
  },
  text: `
    insert into subscription (tenant, id, instance, node, kind, message, correlation_key, created_at)
    select $1, r.id, r.instance, r.node, r.kind, r.message, r."correlationKey", r."createdAt"
    from $rows as r
    on conflict (tenant, id) do update set node = excluded.node`,
};

export const deleteSubscriptions: RowStatement = {
  name: 'unsubscribed',
  columns: { id: 'text' },
  text: `delete from subscription where tenant = $1 and id = any(array(select r.id from $rows as r))`,
};

export const insertIncidents: RowStatement = {
  name: 'raised',
  columns: {
    id: 'text',
    instance: 'text',
    node: 'text',
    element: 'text',
    code: 'text',
    message: 'text',
    jobId: 'text',
    raisedAt: 'timestamptz',
    resolvedAt: 'timestamptz',
    resolvedBy: 'text',
  },
  text: `
    insert into incident (tenant, id, instance, node, element, code, message, job_id, raised_at, resolved_at, resolved_by)
    select $1, r.id, r.instance, r.node, r.element, r.code, r.message, r."jobId", r."raisedAt", r."resolvedAt", r."resolvedBy"
    from $rows as r
    on conflict (tenant, id) do update set node = excluded.node`,
};

export const endIncidents: RowStatement = {
  name: 'resolved',
  columns: { id: 'text', resolvedAt: 'timestamptz', resolvedBy: 'text' },
  text: `
    update incident as i set resolved_at = r."resolvedAt", resolved_by = r."resolvedBy"
    from $rows as r
    where i.tenant = $1 and i.id = r.id and i.resolved_at is null`,
};

const effectColumns: Columns = {
  instance: 'text',
  effectKey: 'text',
  kind: 'text',
  payload: 'jsonb',
  at: 'timestamptz',
};

// The same key is never asked for twice in a case. A lease counts real seconds.
const effectRows = (lease: { readonly columns: string; readonly values: string }): string => `
    insert into outbox (tenant, instance, effect_key, kind, payload, at${lease.columns})
    select $1, r.instance, r."effectKey", r.kind, r.payload, r.at${lease.values}
    from $rows as r
    on conflict (instance, effect_key, tenant) do nothing`;

/** Writes effects that whoever is free may claim. */
export const insertOutbox: RowStatement = {
  name: 'effects',
  columns: effectColumns,
  text: effectRows({ columns: '', values: '' }),
};

/** The same as the first attempt of whoever wrote it. */
export const handOver: RowStatement = {
  name: 'handed',
  columns: effectColumns,
  text: effectRows({
    columns: ', attempts, silent, claimed_until',
    values: `, 1, 1, clock_timestamp() + interval '${leaseSeconds} seconds'`,
  }),
};

/** Writes that claimed effects are done. */
export const settleEffects: RowStatement = {
  name: 'settled',
  columns: { id: 'bigint' },
  text: markDone('array(select r.id from $rows as r)'),
};

/** Writes receipts; one whose key is taken is left alone. */
export const insertReceipts: RowStatement = {
  name: 'receipts',
  columns: { actor: 'text', key: 'text', requestHash: 'text', instance: 'text', revision: 'int', at: 'timestamptz' },
  text: `
    insert into command_receipt (tenant, actor, key, request_hash, instance, revision, at)
    select $1, r.actor, r.key, r."requestHash", r.instance, r.revision, r.at
    from $rows as r
    on conflict do nothing`,
};
