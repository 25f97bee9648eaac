import { addDuration } from '../../engine/index.js';
import type { Actor } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { CommandHandler } from '../command-handler.js';
import { expectDone } from '../expect-done.js';
import type { Clock, TenantId, UntimedCommand } from '../ports.js';
import { systemActor } from '../system-actor.js';
import type { ExternalJobTypes, JobBook, JobRow, JobToDo } from './job-book.js';
import type { JobRegistry } from './job-registry.js';
import { restSeconds } from './job-terms.js';

/** What jobs are handed out with. */
export interface JobDeskParts {
  readonly jobBook: JobBook;
  readonly externalJobTypes: ExternalJobTypes;
  readonly registry: JobRegistry;
  readonly handler: CommandHandler;
  readonly clock: Pick<Clock, 'now'>;
}

/** Who wants which jobs, how many, and for how long each. */
export interface JobWish {
  readonly types: readonly string[];
  readonly worker: string;
  readonly actor: Actor;
  readonly maxJobs: number;
  /** ISO 8601 duration. */
  readonly lockDuration: string;
}

/** A job in the hands of a worker. Its answer must name the token. */
export interface ActivatedJob extends JobToDo {
  readonly fencingToken: number;
  readonly leaseUntil: Instant;
}

/** How an attempt failed, as its worker says. */
export interface JobFailure {
  readonly message: string;
  /** How often it may still be tried; never more than what is left. */
  readonly retries?: number | undefined;
  /** ISO 8601 duration; absent: as the diagram says, else longer after each failure. */
  readonly retryAfter?: string | undefined;
}

const exhaustedAtATime = 100;

/** Hands jobs to workers outside: each to one at a time, and never more often than it may be tried. */
export class JobDesk {
  constructor(private readonly parts: JobDeskParts) {}

  /** The job types that workers outside may take. What is worked on in this process is not among them. */
  async types(tenant: TenantId): Promise<readonly string[]> {
    const listed = await this.parts.externalJobTypes.list(tenant);
    return listed.filter((type) => this.parts.registry.find(type) === undefined);
  }

  /** Gives the worker at most `maxJobs` jobs that are free; the attempt is counted before it hears of them. */
  async activate(tenant: TenantId, wish: JobWish): Promise<readonly ActivatedJob[]> {
    const { types, maxJobs: limit, worker, actor } = wish;
    const { now, jobs } = await this.parts.jobBook.reserve(tenant, { types, limit });
    if (jobs.length === 0) return [];

    const leaseUntil = addDuration(now, wish.lockDuration);
    const taken = await Promise.all(
      jobs.map(async (job): Promise<readonly ActivatedJob[]> => {
        const command: UntimedCommand = { type: 'ActivateJob', jobId: job.id, worker, leaseUntil, actor };
        const { processInstanceId } = job;
        const outcome = await this.parts.handler.handle({ tenant, processInstanceId, command });
        const lease = outcome.ok ? outcome.instance.jobs.get(job.id)?.lease : undefined;
        if (lease === undefined) return [];
        return [{ ...job, attempts: lease.token, fencingToken: lease.token, leaseUntil: lease.until }];
      }),
    );
    return taken.flat();
  }

  /** When a lease of this length ends that begins now. */
  async leaseFromNow(tenant: TenantId, lockDuration: string): Promise<Instant> {
    return addDuration(await this.parts.clock.now(tenant), lockDuration);
  }

  /** Says what follows from a failed attempt: a pause and another attempt, or an incident when none is left. */
  async failure(tenant: TenantId, job: JobRow, { message, retries: wanted, retryAfter }: JobFailure) {
    const left = Math.max(job.mostAttempts - job.attempts, 0);
    const retries = Math.min(wanted ?? left, left);
    const failed = { type: 'FailJob', jobId: job.id, message, retries } as const;
    if (retries === 0) return failed;

    const pause = retryAfter ?? job.retryAfter ?? `PT${restSeconds(job.id, job.attempts).toFixed(3)}S`;
    return { ...failed, retryAt: addDuration(await this.parts.clock.now(tenant), pause) };
  }

  /** Makes an incident of each job whose last attempt never came to an end: whatever takes its workers down gets no more of them. */
  async giveUpOnSilent(tenant: TenantId): Promise<void> {
    const exhausted = await this.parts.jobBook.exhausted(tenant, exhaustedAtATime);
    await Promise.all(
      exhausted.map(async ({ id: jobId, type, processInstanceId, attempts: fencingToken, worker }) => {
        const message = `Job '${type}' never came to an end in ${fencingToken} attempts, the last by worker '${worker ?? ''}'`;
        const command = { type: 'FailJob', jobId, message, retries: 0, fencingToken, actor: systemActor } as const;
        const outcome = await this.parts.handler.handle({ tenant, processInstanceId, command });
        expectDone(outcome, ['job-not-active', 'stale-fencing-token', 'process-instance-ended']);
      }),
    );
  }
}
