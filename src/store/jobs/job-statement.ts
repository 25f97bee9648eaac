import type { RowStatement } from '../process-instances/row-statements.js';

/** Writes jobs as they stand. What a worker was told is written once, and forgotten when the job is over. */
export const writeJobs: RowStatement = {
  name: 'jobs',
  columns: {
    id: 'text',
    instance: 'text',
    node: 'text',
    type: 'text',
    headers: 'json',
    variables: 'json',
    state: 'text',
    attempts: 'int',
    mostAttempts: 'int',
    retryAfter: 'text',
    dueAt: 'timestamptz',
    worker: 'text',
    lastError: 'text',
    createdAt: 'timestamptz',
    endedAt: 'timestamptz',
  },
  text: `
    insert into job as j (tenant, id, instance, node, type, headers, variables, state, attempts, most_attempts, retry_after,
      due_at, worker, last_error, created_at, ended_at)
    select $1, r.id, r.instance, r.node, r.type, r.headers, r.variables, r.state, r.attempts, r."mostAttempts", r."retryAfter",
      r."dueAt", r.worker, r."lastError", r."createdAt", r."endedAt"
    from $rows as r
    on conflict (tenant, id) do update set node = excluded.node, state = excluded.state, attempts = excluded.attempts,
      most_attempts = coalesce(excluded.most_attempts, j.most_attempts), due_at = excluded.due_at,
      worker = coalesce(excluded.worker, j.worker), last_error = coalesce(excluded.last_error, j.last_error),
      ended_at = excluded.ended_at, reserved_until = null,
      variables = case when excluded.ended_at is null then j.variables else excluded.variables end`,
};
