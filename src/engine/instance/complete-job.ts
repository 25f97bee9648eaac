import type { CompleteJob } from './command.js';
import { completeElement } from './complete-element.js';
import { reject, type Decision } from './decision.js';
import { isGivenUp } from './fail-job.js';
import { settle } from './settle.js';
import type { WorkingCopy } from './working-copy.js';

/** Decides what follows when a handler has done the work of a service task. */
export function completeJob(work: WorkingCopy, { jobId, variables }: CompleteJob): Decision {
  const job = work.instance().jobs.get(jobId);
  if (job === undefined || isGivenUp(work, jobId)) return reject({ reason: 'job-not-active', jobId });

  const { node, type: jobType, headers, elementInstanceId } = job;
  work.record({ type: 'JobCompleted', jobId, node, jobType, headers, variables });
  completeElement(work, elementInstanceId, variables);
  return settle(work);
}
