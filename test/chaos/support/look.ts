import pg from 'pg';
import { deserializeInstance, effectsOf, evolve, serializeInstance } from '../../../src/engine/index.js';
import type { ProcessEvent, ProcessInstance, SerializedInstance } from '../../../src/engine/index.js';

/** Looks into the database as its owner, past everything of the product. */
export async function look<Row extends object>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const owner = new pg.Client(url);
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await owner.query(`set app.tenant = 'trondheim'`);
    return (await owner.query<Row>(sql, [...values])).rows;
  } finally {
    await owner.end();
  }
}

interface Stored {
  readonly id: string;
  readonly snapshot: SerializedInstance;
  readonly events: readonly ProcessEvent[] | null;
  readonly effects: readonly string[] | null;
  readonly tasks: readonly string[] | null;
  readonly timers: readonly string[] | null;
}

const storedCases = `
  select c.id, c.snapshot,
    (select json_agg(j.payload order by j.seq) from journal_event j where j.instance = c.id) as events,
    (select json_agg(o.effect_key order by o.effect_key) from outbox o where o.instance = c.id) as effects,
    (select json_agg(t.id order by t.id) from user_task t where t.instance = c.id and t.state in ('created', 'assigned')) as tasks,
    (select json_agg(a.id order by a.id) from timer a where a.instance = c.id and a.fired_at is null and a.cancelled_at is null)
      as timers
  from process_instance c where $1::text[] is null or c.id = any($1)`;

/**
 * Cases that stand between before and after: whose journal does not lead to their state, or whose tasks, timers or effects
 * are not those of their journal.
 */
export async function halfDone(url: string, cases?: readonly string[]): Promise<readonly string[]> {
  const stored = await look<Stored>(url, storedCases, [cases ?? null]);
  return stored.flatMap((one) => {
    const events = one.events ?? [];
    const state = events.reduce<ProcessInstance | undefined>(evolve, undefined);
    if (state === undefined) return [`${one.id} has no journal`];
    const kept = deserializeInstance(one.snapshot);
    const effects = new Set(events.flatMap(effectsOf).flatMap(({ type, key }) => (isTimer.has(type) ? [] : [key])));
    const isActive = kept.state === 'active';
    return [
      ...differs(one.id, 'state', [serializeInstance(state), serializeInstance(kept)]),
      ...differs(one.id, 'effects', [[...effects].toSorted(), (one.effects ?? []).toSorted()]),
      ...differs(one.id, 'tasks', [[...kept.userTasks.keys()].toSorted(), (one.tasks ?? []).toSorted()]),
      ...(isActive
        ? differs(one.id, 'timers', [[...kept.timers.keys()].toSorted(), (one.timers ?? []).toSorted()])
        : []),
    ];
  });
}

// Timers have rows of their own.
const isTimer: ReadonlySet<string> = new Set(['ScheduleTimer', 'CancelTimer']);

const differs = (id: string, what: string, [one, other]: readonly [unknown, unknown]): readonly string[] =>
  JSON.stringify(one) === JSON.stringify(other)
    ? []
    : [`${id}: ${what} of the journal ${JSON.stringify(one)} is not what is kept ${JSON.stringify(other)}`];

/** Everything that may not be there once a run is over: broken invariant W, late timers, open leases, effects that were given up. */
export async function leftovers(url: string): Promise<readonly string[]> {
  const rows = await look<{ what: string }>(url, leftoverSql);
  return rows.map(({ what }) => what);
}

const leftoverSql = `
  select 'forgotten: ' || id as what from case_untouched
  union all select 'overdue: ' || id from timer as t
    where fired_at is null and cancelled_at is null and due_at < (select boligflyt_now()) - interval '2 minutes'
  union all select 'open lease: ' || instance || '/' || effect_key from outbox
    where done_at is null and failed_at is null and claimed_until is not null
  union all select 'not done: ' || instance || '/' || effect_key || ' ' || coalesce(last_error, '') from outbox where done_at is null`;
