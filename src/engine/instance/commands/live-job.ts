import type { Id } from '../../../shared/id.js';
import type { Rejection } from './decision.js';
import type { JobInstance } from '../state/job-instance.js';
import type { ProcessInstance } from '../state/process-instance.js';

/** A job that its worker may still answer for, or why not: it is gone, an incident, or somebody else's by now. */
export function liveJob(
  instance: ProcessInstance,
  { jobId, fencingToken }: { readonly jobId: Id<'Job'>; readonly fencingToken?: number },
): { readonly ok: true; readonly job: JobInstance } | { readonly ok: false; readonly rejection: Rejection } {
  const job = instance.jobs.get(jobId);
  if (job === undefined || isGivenUp(instance, jobId))
    return { ok: false, rejection: { reason: 'job-not-active', jobId } };

  // A worker that was silent past its lease may find that another one has begun: its late answer must not count.
  const token = job.lease?.token;
  if (token === fencingToken) return { ok: true, job };
  return { ok: false, rejection: { reason: 'stale-fencing-token', jobId, ...(token === undefined ? {} : { token }) } };
}

/** Whether a job waits for an operator instead of its handler. */
export function isGivenUp(instance: ProcessInstance, jobId: Id<'Job'>): boolean {
  return [...instance.incidents.values()].some((incident) => incident.jobId === jobId);
}
