import { accept, reject, type Decision } from './decision.js';
import type { ActivateJob, ExtendJobLease } from './job-command.js';
import { isGivenUp, liveJob } from './live-job.js';
import type { ProcessInstance } from '../state/process-instance.js';

/** Decides what follows when a worker takes a job for a time. A lease that has run out may be taken over. Changes nothing. */
export function activateJob(instance: ProcessInstance, command: ActivateJob): Decision {
  const { jobId, worker, leaseUntil: until, at } = command;
  const job = instance.jobs.get(jobId);
  if (job === undefined || isGivenUp(instance, jobId)) return reject({ reason: 'job-not-active', jobId });
  if (job.lease !== undefined && job.lease.until > at) {
    return reject({ reason: 'job-leased', jobId, worker: job.lease.worker, until: job.lease.until });
  }
  if (job.retryAt !== undefined && job.retryAt > at)
    return reject({ reason: 'job-not-due', jobId, retryAt: job.retryAt });

  const lease = { worker, until, token: (job.leases ?? 0) + 1 };
  return accept({ type: 'JobLeased', jobId, node: job.node, lease, at });
}

/** Decides what follows when a worker needs more time; not if another one has taken the job meanwhile. Changes nothing. */
export function extendJobLease(instance: ProcessInstance, command: ExtendJobLease): Decision {
  const live = liveJob(instance, command);
  if (!live.ok) return live;

  const { jobId, leaseUntil: until, at } = command;
  const { node, lease } = live.job;
  if (lease === undefined) return reject({ reason: 'stale-fencing-token', jobId });
  return accept({ type: 'JobLeased', jobId, node, lease: { ...lease, until }, at });
}
