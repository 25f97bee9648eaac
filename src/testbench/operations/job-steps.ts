import type { Bench } from '../bench.js';
import type { BenchRequest } from '../protocol/bench-request.js';
import { RefusalError } from '../refusal.js';
import { give } from './give.js';
import { openJob } from './jobs.js';
import type { Operation } from './operation.js';
import { openTask } from './tasks.js';

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

/** Says that the work of a job or a user task ended in an error of the business. */
export const throwError: Operation = (bench, request) => {
  const { instance, work } = workOf(bench, request);
  const message = request.optionalText('message');
  const said = { code: request.text('code'), variables: request.variables('variables') };
  give(bench, instance, { type: 'ThrowError', ...work, ...said, ...(message === undefined ? {} : { message }) });
  return {};
};

/** Says that somebody should hear of something while a job or a user task goes on. */
export const escalate: Operation = (bench, request) => {
  const { instance, work } = workOf(bench, request);
  const said = { code: request.text('code'), variables: request.variables('variables') };
  give(bench, instance, { type: 'Escalate', ...work, ...said });
  return {};
};

/** The one piece of work that a request names. */
function workOf(bench: Bench, request: BenchRequest) {
  const [jobId, taskId] = [request.optionalText('job'), request.optionalText('task')];
  if ((jobId === undefined) === (taskId === undefined)) {
    const got = jobId === undefined ? 'neither is there' : 'both are there';
    throw new RefusalError('BAD_REQUEST', `Expected either 'job' or 'task', but ${got}`, { field: 'job' });
  }
  if (jobId !== undefined) {
    const { instance, job } = openJob(bench, jobId);
    return { instance: instance.id, work: { jobId: job.id } };
  }
  const { instance, task } = openTask(bench, request.text('task'));
  return { instance: instance.id, work: { userTaskId: task.id } };
}
