import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { CommandBase } from './command-base.js';

/** Gives a job to one worker for a time; nobody else gets it meanwhile. */
export interface ActivateJob extends CommandBase {
  readonly type: 'ActivateJob';
  readonly jobId: Id<'Job'>;
  readonly worker: string;
  readonly leaseUntil: Instant;
}

/** Lets a worker keep a job longer. */
export interface ExtendJobLease extends CommandBase {
  readonly type: 'ExtendJobLease';
  readonly jobId: Id<'Job'>;
  readonly fencingToken: number;
  readonly leaseUntil: Instant;
}

/** Gives a service task its result. */
export interface CompleteJob extends CommandBase {
  readonly type: 'CompleteJob';
  readonly jobId: Id<'Job'>;
  readonly variables: JsonObject;
  /** Of the worker's lease; one that somebody took over from is refused. */
  readonly fencingToken?: number;
}

/** Says that an attempt at a job failed; raises an incident when none is left. */
export interface FailJob extends CommandBase {
  readonly type: 'FailJob';
  readonly jobId: Id<'Job'>;
  readonly message: string;
  /** How often it may still be tried; absent: one less than before, and none where nothing was said. */
  readonly retries?: number;
  /** Not before this instant. */
  readonly retryAt?: Instant;
  readonly fencingToken?: number;
}

/** What workers do with jobs. */
export type JobCommand = ActivateJob | ExtendJobLease | CompleteJob | FailJob;
