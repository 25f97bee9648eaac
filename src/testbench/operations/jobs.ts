import type { JobInstance, ProcessInstance } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import { instanceIdOf } from '../host/case-book.js';
import { sightOf } from '../host/sight-of.js';
import { notFound } from '../refusal.js';
import type { Operation } from './operation.js';

/** The work that waits for workers. */
export const jobs: Operation = (bench, request) => ({
  jobs: bench.host.cases.asked(request.optionalText('instance')).flatMap((instance) => jobsOf(bench, instance)),
});

function jobsOf(bench: Bench, instance: ProcessInstance): readonly JsonObject[] {
  if (instance.jobs.size === 0) return [];
  const told = new Map<string, JsonObject>();
  for (const { event } of bench.host.cases.journal(instance.id)) {
    if (event.type === 'JobCreated') told.set(event.job.id, event.variables);
  }
  // What has become an incident waits for whoever resolves it, not for a worker.
  const stuck = new Set(Array.from(instance.incidents.values(), ({ jobId }) => jobId));
  const waiting = [...instance.jobs.values()].filter(({ id }) => !stuck.has(id));
  return waiting.map(({ id, node, elementInstanceId, type, headers, retries = 1 }) => ({
    id,
    element: node,
    type,
    instance: instance.id,
    retries,
    headers,
    variables: sightOf(bench.host.options, instance, elementInstanceId) ?? told.get(id) ?? {},
  }));
}

/** A job that is open, with the instance it belongs to. */
export function openJob(bench: Bench, id: string): { readonly instance: ProcessInstance; readonly job: JobInstance } {
  const instance = bench.host.cases.find(instanceIdOf(id));
  const job = instance && [...instance.jobs.values()].find((one) => one.id === id);
  if (instance === undefined || job === undefined) throw notFound('open job', id);
  return { instance, job };
}
