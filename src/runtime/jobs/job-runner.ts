import type { CommandHandler } from '../command-handler.js';
import { expectDone } from '../expect-done.js';
import { RegisterWork, WorkError } from './job-handler.js';
import type { JobAnswer, JobHandler } from './job-handler.js';
import { timeoutOf } from './job-registry.js';
import { mostAttemptsAt } from './job-terms.js';
import type { ClaimedEffect, CommandOutcome, CommandRequest, UntimedCommand } from '../ports.js';
import { systemActor } from '../system-actor.js';
import type { RegisterStep } from '../homes/register-step.js';

/** A job whose turn it is. */
export type ClaimedJob = ClaimedEffect & {
  readonly effect: Extract<ClaimedEffect['effect'], { readonly type: 'CreateJob' }>;
  /** Whether the jobs that follow are this worker's as well. */
  readonly takesNext: boolean;
};

/** What came of a job: the outcome of the command that settled it; undefined when the case no longer waited for it. */
export type SettledJob = (CommandOutcome & { readonly ok: true }) | undefined;

/** Runs the handler of a service task and gives the case its result; after the last failure, an incident instead. */
export async function runJob(
  handler: CommandHandler,
  work: JobHandler | undefined,
  claimed: ClaimedJob,
): Promise<SettledJob> {
  const { jobType } = claimed.effect;
  if (work === undefined)
    return giveUp(handler, claimed, `Expected a handler for jobs of type '${jobType}', but none is registered`);
  // More attempts than allowed without an answer: the run itself takes the process down.
  const most = mostAttemptsAt(claimed.effect.retries ?? work.retries);
  if (claimed.attempt > most)
    return giveUp(handler, claimed, `Job '${jobType}' never came to an end in ${most} attempts`);

  let answer;
  try {
    answer = await inTime(work, work.run(jobOf(claimed)));
  } catch (failure) {
    if (failure instanceof WorkError) return endInError(handler, claimed, failure);
    if (claimed.attempt < most) throw failure;
    return giveUp(handler, claimed, messageOf(failure));
  }
  return complete(handler, claimed, answer);
}

async function complete(handler: CommandHandler, claimed: ClaimedJob, answer: JobAnswer): Promise<SettledJob> {
  const { step, variables } = answer instanceof RegisterWork ? answer : { step: undefined, variables: answer };
  const { jobId } = claimed.effect;
  const command = { type: 'CompleteJob', jobId, variables, actor: systemActor } as const;
  const outcome = await handler.handle(requestFor(claimed, command, step));
  if (!outcome.ok && 'record' in outcome.rejection) {
    const { reason, record, detail = `Expected the step to be taken, but '${record}': ${reason}` } = outcome.rejection;
    return endInError(handler, claimed, new WorkError(reason, detail));
  }
  return settled(outcome);
}

const jobOf = ({ tenant, processInstanceId, effect, at }: ClaimedJob) => ({
  tenant,
  key: `${processInstanceId}/${effect.key}`,
  processInstanceId,
  node: effect.node,
  headers: effect.headers,
  variables: effect.variables,
  at,
});

/** What has not ended in time has failed; it may still end, and its answer is then too late. */
async function inTime(work: JobHandler, run: Promise<JobAnswer>): Promise<JobAnswer> {
  const seconds = timeoutOf(work);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const said = `Expected job '${work.type}' to end within ${seconds} seconds, but it did not`;
    timer = setTimeout(() => reject(new Error(said)), seconds * 1000);
  });
  try {
    return await Promise.race([run, late]);
  } finally {
    clearTimeout(timer);
  }
}

function giveUp(handler: CommandHandler, claimed: ClaimedJob, message: string): Promise<SettledJob> {
  return settle(handler, claimed, {
    type: 'FailJob',
    jobId: claimed.effect.jobId,
    message,
    retries: 0,
    actor: systemActor,
  });
}

/** Nobody may catch it: the engine makes an incident of it then. */
function endInError(
  handler: CommandHandler,
  claimed: ClaimedJob,
  { code, message }: Pick<WorkError, 'code' | 'message'>,
): Promise<SettledJob> {
  const { jobId } = claimed.effect;
  return settle(handler, claimed, { type: 'ThrowError', jobId, code, message, actor: systemActor });
}

const settle = async (handler: CommandHandler, claimed: ClaimedJob, command: UntimedCommand): Promise<SettledJob> =>
  settled(await handler.handle(requestFor(claimed, command)));

const requestFor = (
  { tenant, processInstanceId, id, takesNext }: ClaimedJob,
  command: UntimedCommand,
  registers?: RegisterStep,
): CommandRequest => ({
  ...{ tenant, processInstanceId, command, settles: { id, takesNext } },
  ...(registers && { registers }),
});

function settled(outcome: CommandOutcome): SettledJob {
  expectDone(outcome, ['job-not-active', 'process-instance-ended']);
  return outcome.ok ? outcome : undefined;
}

/** What a failure says of itself, in one line. */
export const messageOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));
