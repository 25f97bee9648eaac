import type { JobHandler, JobWorkerOptions } from './job-handler.js';

// Beside the classes instead of on them: nothing that a subclass or a proxy could shadow.
const marked = new WeakMap<object, JobHandler[]>();

/**
 * Marks a method as the worker for jobs of one type: `@JobWorker('send-brev') send(job: Job): Promise<JsonObject>`. Its
 * object becomes one when it is added to the `JobRegistry`.
 */
export const JobWorker =
  (type: string, options: JobWorkerOptions = {}) =>
  <Run extends JobHandler['run']>(
    prototype: object,
    _name: string,
    { value: run }: TypedPropertyDescriptor<Run>,
  ): void => {
    if (run === undefined) throw new Error(`Expected @JobWorker('${type}') on a method, but it has none`);
    marked.set(prototype, [...(marked.get(prototype) ?? []), { type, ...options, run }]);
  };

/** What the marked methods of an object do, those that it inherits too. */
export function workersOf(object: object): readonly JobHandler[] {
  const prototype: unknown = Object.getPrototypeOf(object);
  const own = typeof prototype === 'object' && prototype !== null ? [prototype, ...chainOf(prototype)] : [];
  return own.flatMap((one) =>
    (marked.get(one) ?? []).map(({ run, ...handler }) => ({ ...handler, run: (job) => run.call(object, job) })),
  );
}

function chainOf(prototype: object): readonly object[] {
  const next: unknown = Object.getPrototypeOf(prototype);
  return typeof next === 'object' && next !== null ? [next, ...chainOf(next)] : [];
}
