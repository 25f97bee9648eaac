import { give } from './give.js';
import { openJob } from './jobs.js';
import type { Operation } from './operation.js';

/** Gives a job its result. */
export const completeJob: Operation = (bench, request) => {
  const { instance, job } = openJob(bench, request.text('job'));
  give(bench, instance.id, { type: 'CompleteJob', jobId: job.id, variables: request.variables('variables') });
  return {};
};

/** Says that an attempt at a job failed; with no retries left it becomes an incident. */
export const failJob: Operation = (bench, request) => {
  const { instance, job } = openJob(bench, request.text('job'));
  const message = request.optionalText('message') ?? 'the worker says that it failed';
  const retries = request.optionalWholeNumber('retries');
  const left = retries === undefined ? {} : { retries };
  give(bench, instance.id, { type: 'FailJob', jobId: job.id, message, ...left });
  return {};
};
