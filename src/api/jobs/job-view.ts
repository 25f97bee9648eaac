import type { ActivatedJobs, JobList } from '../../contract/job.contract.js';
import type { JobRow } from '../../runtime/jobs/job-book.js';
import type { JsonObject } from '../../shared/json.js';
import type { ActivatedJob } from '../../runtime/jobs/job-desk.js';

/** A job in its worker's hands. */
export type ActivatedJobView = Omit<ActivatedJobs['jobs'][number], 'variables'> & { readonly variables: JsonObject };

/** A job as its worker gets it, with the variables that it wants. */
export function activatedJobView(job: ActivatedJob, wanted: readonly string[] | undefined): ActivatedJobView {
  const { id, type, processInstanceId, process, node, headers, fencingToken, leaseUntil, attempts, mostAttempts } = job;
  const variables = Object.fromEntries(
    Object.entries(job.variables).filter(([name]) => wanted?.includes(name) ?? true),
  );
  const shown = { id, type, processInstanceId, process, node, headers: { ...headers }, variables };
  return { ...shown, fencingToken, leaseUntil, attempt: attempts, mostAttempts };
}

/** A job as an operator sees it. */
export function jobView(job: JobRow): JobList['items'][number] {
  const { id, type, processInstanceId, process, node, state, attempts, mostAttempts, createdAt } = job;
  const { dueAt = null, worker = null } = job;
  return { id, type, processInstanceId, process, node, state, attempts, mostAttempts, dueAt, worker, createdAt };
}
