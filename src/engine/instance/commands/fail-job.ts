import type { Decision } from './decision.js';
import type { FailJob } from './job-command.js';
import { liveJob } from './live-job.js';
import type { JobInstance } from '../state/job-instance.js';
import { raiseIncident } from '../flow/run-phase.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when an attempt failed: the job stays open while there are retries; then somebody must look at it. */
export function failJob(work: WorkingCopy, command: FailJob): Decision {
  const live = liveJob(work.instance(), command);
  if (!live.ok) return live;

  const { jobId, message, retryAt } = command;
  const { node, elementInstanceId } = live.job;
  const retries = retriesLeft(live.job, command);
  const failed = { type: 'JobFailed', jobId, node, message } as const;
  if (retries > 0) {
    work.record({ ...failed, retries, ...(retryAt === undefined ? {} : { retryAt }) });
    return settle(work);
  }
  work.record(failed);
  const element = work.instance().elements.get(elementInstanceId);
  if (element !== undefined) raiseIncident(work, element, { code: 'JOB_FAILED', message, jobId });
  return settle(work);
}

const retriesLeft = ({ retries: before = 1 }: JobInstance, { retries = before - 1 }: FailJob): number => retries;
