import type { Command } from '../../engine/index.js';
import { addDuration } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { Instant, Period } from '../../shared/time.js';
import type { Statement } from '../with-tenant.js';
import { attentionStand, longestWait } from './attention-stand.js';
import type { Change } from './change.js';

interface AttentionRow {
  readonly instance: string;
  readonly every: Period;
  readonly lastAt: Instant;
  readonly lastBy: string;
  readonly how: 'started' | 'command' | 'looked';
  readonly dueAt: Instant;
}

interface MovedRow {
  readonly instance: string;
  readonly every: Period;
  readonly dueAt: Instant;
  readonly usual: Period;
  readonly longest: Period;
}

/**
 * Writes that people have looked at cases, and what they wrote; counts anew where a case has come to another wait by itself; lets go
 * of cases that nobody must look at any more.
 */
export function attentionStatements(tenant: TenantId, changes: readonly Change[]): readonly Statement[] {
  const rows = changes.flatMap(rowOf);
  const moved = changes.flatMap(movedRowOf);
  const over = changes.filter(isOver).map(({ after }) => after.id);
  const notes = changes.flatMap(({ request: { note }, command, after }) =>
    note === undefined ? [] : [{ ...note, instance: after.id, by: command.actor.id, at: command.at }],
  );
  return [
    ...(rows.length > 0 ? [upsert(tenant, rows)] : []),
    ...(moved.length > 0 ? [move(tenant, moved)] : []),
    ...(over.length > 0 ? [remove(tenant, over)] : []),
    ...(notes.length > 0 ? [insertNotes(tenant, notes)] : []),
  ];
}

function rowOf(change: Change): readonly AttentionRow[] {
  const { before, after, command, facts } = change;
  if (facts.attention === null || after.state !== 'active') return [];
  const isStart = before === undefined;
  if (!isStart && !isSomebodysLook(change)) return [];

  const how = isStart ? 'started' : command.type === 'LookAtCase' ? 'looked' : 'command';
  const { every } = attentionStand(after, { ...facts, attention: facts.attention }, command.at);
  const dueAt = addDuration(command.at, every);
  return [{ instance: after.id, every, lastAt: command.at, lastBy: command.actor.id, how, dueAt }];
}

// Who comes to a task after a long wait gets the usual time for it, and who comes to a wait is not asked for while it lasts.
function movedRowOf(change: Change): readonly MovedRow[] {
  const { before, after, command, facts } = change;
  if (facts.attention === null || before === undefined || after.state !== 'active' || isSomebodysLook(change))
    return [];
  const process = { ...facts, attention: facts.attention };
  const longest = longestWait(process, command.at);
  if (longest === undefined) return [];

  const [from, to] = [attentionStand(before, process, command.at), attentionStand(after, process, command.at)];
  if (from.every === to.every && from.waits === to.waits) return [];
  const { every } = to;
  return [{ instance: after.id, every, dueAt: addDuration(command.at, every), usual: facts.attention, longest }];
}

// What happens by itself is no look, nor what programs do with jobs, what others send without seeing who receives it, and what
// the person does whom the case is about.
const isSomebodysLook = ({ after, command }: Change): boolean =>
  command.actor.id !== systemActor.id &&
  command.actor.id !== after.subject &&
  !('jobId' in command) &&
  !unseen.has(command.type);

const unseen: ReadonlySet<Command['type']> = new Set(['CorrelateMessage', 'ReceiveSignal']);

const isOver = ({ after, command, facts }: Change): boolean =>
  facts.attention === null ? command.type === 'MigrateProcessInstance' : after.state !== 'active';

const upsert = (tenant: TenantId, rows: readonly AttentionRow[]) => ({
  name: 'write-attention',
  text: `
    insert into attention (tenant, instance, every, last_at, last_by, how, due_at)
    select $1, r.instance, r.every, r."lastAt", r."lastBy", r.how, r."dueAt"
    from json_to_recordset($2) as r(instance text, every text, "lastAt" timestamptz, "lastBy" text, how text,
      "dueAt" timestamptz)
    on conflict (tenant, instance) do update set every = excluded.every, last_at = excluded.last_at,
      last_by = excluded.last_by, how = excluded.how, due_at = excluded.due_at, level = 0`,
  values: [tenant, JSON.stringify(rows)],
});

// However often a case comes from wait to wait: after the longest of them and the usual time somebody hears that nobody looked. Once
// somebody has heard it, it is only put forward until somebody looks.
const move = (tenant: TenantId, rows: readonly MovedRow[]) => ({
  name: 'move-attention',
  text: `
    update attention as a set every = r.every, due_at = least(r."dueAt", case when a.level > 0 then a.due_at else
      (a.last_at at time zone 'Europe/Oslo' + r.usual::interval + r.longest::interval) at time zone 'Europe/Oslo' end)
    from json_to_recordset($2) as r(instance text, every text, "dueAt" timestamptz, usual text, longest text)
    where a.tenant = $1 and a.instance = r.instance`,
  values: [tenant, JSON.stringify(rows)],
});

const remove = (tenant: TenantId, over: readonly string[]) => ({
  name: 'remove-attention',
  text: 'delete from attention where tenant = $1 and instance = any($2::text[])',
  values: [tenant, over],
});

const insertNotes = (tenant: TenantId, notes: readonly object[]) => ({
  name: 'insert-attention-notes',
  text: `
    insert into attention_note (tenant, id, instance, by, at, text)
    select $1, r.id, r.instance, r.by, r.at, r.text
    from json_to_recordset($2) as r(id text, instance text, by text, at timestamptz, text text)`,
  values: [tenant, JSON.stringify(notes)],
});
