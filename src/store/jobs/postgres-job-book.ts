import type pg from 'pg';
import type { JobBook, JobRow, JobState, JobToDo } from '../../runtime/jobs/job-book.js';
import { mostAttempts } from '../../runtime/jobs/job-terms.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

type Stored<Row extends JobRow> = { readonly [Key in keyof Row]: Row[Key] | null } & Pick<
  Row,
  Exclude<keyof Row, 'retryAfter' | 'dueAt' | 'worker' | 'lastError'>
>;

/** The jobs of all cases, read from their rows. */
export class PostgresJobBook implements JobBook {
  constructor(private readonly pool: pg.Pool) {}

  async reserve(
    tenant: TenantId,
    { types, limit }: { readonly types: readonly string[]; readonly limit: number },
  ): Promise<{ readonly now: Instant; readonly jobs: readonly JobToDo[] }> {
    const rows = await queryInTenant<Stored<JobToDo> & { now: Instant }>(this.pool, tenant, {
      text: reserve,
      values: [tenant, types, limit],
    });
    return { now: rows[0]?.now ?? '', jobs: rows.map(({ now: _now, ...row }) => known(row)) };
  }

  async exhausted(tenant: TenantId, limit: number): Promise<readonly JobRow[]> {
    return this.select(tenant, { text: `${exhausted} order by j.due_at, j.id limit $2`, values: [tenant, limit] });
  }

  async find(tenant: TenantId, id: Id<'Job'>): Promise<JobRow | undefined> {
    return (await this.select(tenant, { text: `${selectRows} and j.id = $2`, values: [tenant, id] }))[0];
  }

  list(tenant: TenantId, state?: JobState): Promise<readonly JobRow[]> {
    const states = state === undefined ? ['waiting', 'leased', 'retrying', 'failed'] : [state];
    const text = `${selectRows} and j.state = any($2) order by j.created_at, j.id limit 500`;
    return this.select(tenant, { text, values: [tenant, states] });
  }

  private async select(
    tenant: TenantId,
    statement: { readonly text: string; readonly values: readonly unknown[] },
  ): Promise<readonly JobRow[]> {
    return (await queryInTenant<Stored<JobRow>>(this.pool, tenant, statement)).map((row) => known(row));
  }
}

/** A row without the columns that hold nothing. */
const known = <Row extends JobRow>({ retryAfter, dueAt, worker, lastError, ...row }: Stored<Row>) => ({
  ...row,
  ...(retryAfter === null ? {} : { retryAfter }),
  ...(dueAt === null ? {} : { dueAt }),
  ...(worker === null ? {} : { worker }),
  ...(lastError === null ? {} : { lastError }),
});

const columns = `j.id, j.instance as "processInstanceId", c.definition_key as process, j.node, j.type, j.state, j.attempts,
  coalesce(j.most_attempts, ${mostAttempts}) as "mostAttempts", j.retry_after as "retryAfter", j.due_at as "dueAt", j.worker,
  j.last_error as "lastError", j.created_at as "createdAt"`;

const selectRows = `
  select ${columns} from job as j join process_instance as c on c.tenant = j.tenant and c.id = j.instance
  where j.tenant = $1`;

const isTakeable = `j.state in ('waiting', 'leased', 'retrying') and j.due_at <= (select boligflyt_now())`;
const hasAttemptLeft = `j.attempts < coalesce(j.most_attempts, ${mostAttempts})`;

const exhausted = `${selectRows} and ${isTakeable} and not ${hasAttemptLeft} and not c.suspended`;

// Two workers that ask at once step round each other's rows. The reservation is short and counts real seconds: whoever made it
// and died has taken nothing yet. Its end changes nothing by itself; the engine gives each job to one worker.
const reserve = `
  with free as materialized (
    select j.id from job as j
    where j.tenant = $1 and j.type = any($2) and ${isTakeable} and ${hasAttemptLeft}
      and (j.reserved_until is null or j.reserved_until <= clock_timestamp())
      and not exists (select from process_instance as s where s.tenant = j.tenant and s.id = j.instance and s.suspended)
    order by j.due_at, j.id limit $3 for update skip locked
  ), reserved as (
    update job as j set reserved_until = clock_timestamp() + interval '10 seconds'
    from free where j.tenant = $1 and j.id = free.id returning j.*
  )
  select ${columns}, j.headers, j.variables, (select boligflyt_now()) as now
  from reserved as j join process_instance as c on c.tenant = j.tenant and c.id = j.instance
  order by j.due_at, j.id`;
