import type { JobHandler } from './job-handler.js';
import { mostAttempts, secondsIn } from './job-terms.js';
import { workersOf } from './job-worker.js';

// Less than the claim on its effect, so that no job runs twice at once.
const longestAttempt = 40;

/** Who does which work in this process: the one list that deployment and the runner of jobs ask. */
export class JobRegistry {
  private readonly handlers = new Map<string, JobHandler>();

  /** Adds every method of `object` that is marked with `@JobWorker`. Throws where a type has a worker already. */
  add(object: object): void {
    for (const handler of workersOf(object)) this.register(handler);
  }

  /** Adds one worker; refused like those of `add`. */
  register(handler: JobHandler): void {
    const { type, retries = 1 } = handler;
    if (this.handlers.has(type)) throw new Error(`Expected one worker for jobs of type '${type}', but there are two`);
    if (!Number.isInteger(retries) || retries < 1 || retries > mostAttempts)
      throw new Error(`Expected 'retries' of worker '${type}' to be from 1 to ${mostAttempts}, but it is ${retries}`);
    const timeout = timeoutOf(handler);
    if (!(timeout > 0 && timeout <= longestAttempt))
      throw new Error(`Expected 'timeout' of worker '${type}' to be at most 40 seconds, but it is ${handler.timeout}`);
    this.handlers.set(type, handler);
  }

  find(type: string): JobHandler | undefined {
    return this.handlers.get(type);
  }

  /** The job types that are worked on here. */
  get types(): readonly string[] {
    return [...this.handlers.keys()];
  }
}

/** How long an attempt may last, in seconds. */
export const timeoutOf = ({ timeout }: Pick<JobHandler, 'timeout'>): number =>
  timeout === undefined ? longestAttempt : secondsIn(timeout);
