import type pg from 'pg';
import type { TimerSchedule } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { PlannedStart, StartPlan } from '../../runtime/start-plan-ports.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';
import { nextStart } from './next-start.js';
import { onWeekday } from './on-weekday.js';

interface StartRow {
  readonly startEvent: string;
  readonly schedule: TimerSchedule;
  readonly dueAt: Instant;
  readonly setAt: Instant;
  readonly now: Instant;
}

/** What begins by the clock, in PostgreSQL. */
export class PostgresStartPlan implements StartPlan {
  constructor(private readonly pool: pg.Pool) {}

  next(tenant: TenantId): Promise<readonly PlannedStart[]> {
    return queryInTenant<PlannedStart>(this.pool, tenant, { text: selectNext, values: [tenant] });
  }

  moveTo(tenant: TenantId, processKey: string, weekday: number): Promise<boolean> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<StartRow>(lockStarts, [tenant, processKey]);
      if (rows.some(({ dueAt, now }) => dueAt <= now)) return false;
      for (const { startEvent, schedule, dueAt, setAt } of rows) {
        const chosen = onWeekday(schedule, weekday);
        // The moment before it: what is planned for that very day stays.
        const after = new Date(Date.parse(dueAt) - 1).toISOString();
        const next = nextStart(chosen, { setAt, after }) ?? null;
        const values = [tenant, processKey, startEvent, JSON.stringify(chosen), next, weekday];
        await transaction.query(moveStart, values);
      }
      return true;
    });
  }
}

const selectNext = `
  select definition_key as "processKey", start_event as "startEvent", due_at as "dueAt" from start_timer
  where tenant = $1 and due_at is not null order by due_at, definition_key, start_event`;

const lockStarts = `
  select s.start_event as "startEvent", s.schedule, s.due_at as "dueAt", d.deployed_at as "setAt", boligflyt_now() as now
  from start_timer as s
  join definition as d on d.tenant = s.tenant and d.key = s.definition_key and d.version = s.definition_version
  where s.tenant = $1 and s.definition_key = $2 and s.due_at is not null
  order by s.start_event for update of s`;

const moveStart = `
  update start_timer set schedule = $4, due_at = $5::timestamptz, weekday = $6
  where tenant = $1 and definition_key = $2 and start_event = $3`;
