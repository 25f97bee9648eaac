import { completeElement } from '../flow/complete-element.js';
import type { Decision } from './decision.js';
import type { CompleteJob } from './job-command.js';
import { liveJob } from './live-job.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when a handler has done the work of a service task. */
export function completeJob(work: WorkingCopy, command: CompleteJob): Decision {
  const live = liveJob(work.instance(), command);
  if (!live.ok) return live;

  const { jobId, variables } = command;
  const { node, type: jobType, headers, elementInstanceId } = live.job;
  work.record({ type: 'JobCompleted', jobId, node, jobType, headers, variables });
  completeElement(work, elementInstanceId, variables);
  return settle(work);
}
