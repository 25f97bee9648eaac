import type { JobEvent } from '../facts/job-event.js';
import type { JobInstance } from './job-instance.js';

/** A job after it was taken by a worker, or after it failed: then nobody has it any more. */
export function changedJob(
  job: JobInstance,
  event: Extract<JobEvent, { readonly type: 'JobLeased' | 'JobFailed' }>,
): JobInstance {
  if (event.type === 'JobLeased') return { ...job, lease: event.lease, leases: event.lease.token };

  const { lease: _lease, retryAt: _retryAt, retries: _retries, ...rest } = job;
  const { retries, retryAt } = event;
  return {
    ...rest,
    failures: job.failures + 1,
    ...(retries === undefined ? {} : { retries }),
    ...(retryAt === undefined ? {} : { retryAt }),
  };
}
