// A case that an operator has stopped for a time hears no alarms; those that were due ring when it goes on.
const isAwake = `not exists (
    select from process_instance as c where c.tenant = t.tenant and c.id = t.instance and c.suspended)`;

/**
 * Timers of a municipality (`$1`) whose time has come by its clock. The clock is asked once: as a condition of each row it would read
 * every timer that is set.
 */
export const fromDueTimers = `from timer as t
  where tenant = $1 and fired_at is null and cancelled_at is null and due_at <= (select boligflyt_now()) and ${isAwake}`;

/** The due timers of a municipality (`$1`), at most `$2`, the oldest first. */
export const dueTimers = `select id, instance as "processInstanceId" ${fromDueTimers} order by due_at, id limit $2`;

/** When the next timer or timer start of a municipality (`$1`) is due. */
export const nextDueAt = `select least(
    (select due_at from timer as t where tenant = $1 and fired_at is null and cancelled_at is null and ${isAwake}
      order by due_at limit 1),
    (select min(due_at) from start_timer where tenant = $1)
  ) as "dueAt"`;
