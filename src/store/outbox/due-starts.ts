import type { TimerSchedule } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { DueStart } from '../../runtime/outbox-ports.js';
import type { Instant } from '../../shared/time.js';
import { followingStart, isPassedOver } from '../definitions/next-start.js';
import type { Transaction } from '../with-tenant.js';

/** Timer start events whose time has come by the municipality's clock, oldest first. */
export async function dueStarts(
  transaction: Transaction,
  tenant: TenantId,
  limit: number,
): Promise<readonly DueStart[]> {
  const { rows } = await transaction.query<StartRow & DueStart>({
    ...{ name: 'starts-due', text: selectDue },
    values: [tenant, limit],
  });
  return rows.map(({ schedule, setAt, now: at, ...start }) =>
    isPassedOver(schedule, { setAt, dueAt: start.dueAt, at }) ? { ...start, isPassedOver: true } : start,
  );
}

interface StartRow {
  readonly schedule: TimerSchedule;
  readonly setAt: Instant;
  readonly now: Instant;
}

/** Sets a start event to its next occurrence, unless that was done before. */
export async function moveToNextStart(transaction: Transaction, tenant: TenantId, start: DueStart): Promise<void> {
  const { processKey, startEvent, dueAt } = start;
  const { rows } = await transaction.query<StartRow>(lockStart, [tenant, processKey, startEvent, dueAt]);
  const [row] = rows;
  if (row === undefined) return;

  const { schedule, setAt, now } = row;
  const next = followingStart(schedule, { setAt, dueAt, at: now });
  await transaction.query(moveStart, [tenant, processKey, startEvent, next ?? null]);
}

/** Which start events `s` of a municipality (`$1`) are due. */
export const isDueStart = 's.tenant = $1 and s.due_at <= (select boligflyt_now())';

const selectDue = `
  select s.definition_key as "processKey", s.start_event as "startEvent", s.due_at as "dueAt",
    s.schedule, d.deployed_at as "setAt", boligflyt_now() as now
  from start_timer as s
  join definition as d on d.tenant = s.tenant and d.key = s.definition_key and d.version = s.definition_version
  where ${isDueStart}
  order by s.due_at, s.definition_key, s.start_event limit $2`;

const lockStart = `
  select s.schedule, d.deployed_at as "setAt", boligflyt_now() as now
  from start_timer as s
  join definition as d on d.tenant = s.tenant and d.key = s.definition_key and d.version = s.definition_version
  where s.tenant = $1 and s.definition_key = $2 and s.start_event = $3 and s.due_at = $4::timestamptz
  for update of s`;

const moveStart = `
  update start_timer set due_at = $4::timestamptz, occurrence = occurrence + 1
  where tenant = $1 and definition_key = $2 and start_event = $3`;
