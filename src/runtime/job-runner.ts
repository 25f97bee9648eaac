import type { CommandHandler } from './command-handler.js';
import { expectDone } from './expect-done.js';
import type { ClaimedEffect, JobHandler, UntimedCommand } from './ports.js';
import { systemActor } from './system-actor.js';

/** A job whose turn it is. */
export type ClaimedJob = ClaimedEffect & {
  readonly effect: Extract<ClaimedEffect['effect'], { readonly type: 'CreateJob' }>;
};

/** How often a handler may fail before the case gets an incident that somebody must look at. */
export const mostAttempts = 5;

/** Runs the handler of a service task and gives the case its result; after the fifth failure, an incident instead. */
export async function runJob(
  handler: CommandHandler,
  work: JobHandler | undefined,
  claimed: ClaimedJob,
): Promise<void> {
  const { jobType } = claimed.effect;
  if (work === undefined)
    return giveUp(handler, claimed, `Expected a handler for jobs of type '${jobType}', but none is registered`);
  // More attempts than allowed without an answer: the run itself takes the process down.
  if (claimed.attempt > mostAttempts)
    return giveUp(handler, claimed, `Job '${jobType}' never came to an end in ${mostAttempts} attempts`);

  let variables;
  try {
    variables = await work.run(jobOf(claimed));
  } catch (failure) {
    if (claimed.attempt < mostAttempts) throw failure;
    return giveUp(handler, claimed, messageOf(failure));
  }
  await settle(handler, claimed, { type: 'CompleteJob', jobId: claimed.effect.jobId, variables, actor: systemActor });
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

function giveUp(handler: CommandHandler, claimed: ClaimedJob, message: string): Promise<void> {
  return settle(handler, claimed, { type: 'FailJob', jobId: claimed.effect.jobId, message, actor: systemActor });
}

async function settle(handler: CommandHandler, claimed: ClaimedJob, command: UntimedCommand): Promise<void> {
  const { tenant, processInstanceId } = claimed;
  expectDone(await handler.handle({ tenant, processInstanceId, command }), [
    'job-not-active',
    'process-instance-ended',
  ]);
}

/** What a failure says of itself, in one line. */
export const messageOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));
