import type { Id } from '../../shared/id.js';
import type { FailJob } from './command.js';
import { reject, type Decision } from './decision.js';
import { raiseIncident } from './run-phase.js';
import { settle } from './settle.js';
import type { WorkingCopy } from './working-copy.js';

/** Decides what follows when a handler has given up: somebody must look at it. */
export function failJob(work: WorkingCopy, { jobId, message }: FailJob): Decision {
  const job = work.instance().jobs.get(jobId);
  const element = job && work.instance().elements.get(job.elementInstanceId);
  if (job === undefined || element === undefined || isGivenUp(work, jobId)) {
    return reject({ reason: 'job-not-active', jobId });
  }

  work.record({ type: 'JobFailed', jobId, node: job.node, message });
  raiseIncident(work, element, { code: 'JOB_FAILED', message, jobId });
  return settle(work);
}

/** Whether a job waits for an operator instead of its handler. */
export function isGivenUp(work: WorkingCopy, jobId: Id<'Job'>): boolean {
  return [...work.instance().incidents.values()].some((incident) => incident.jobId === jobId);
}
