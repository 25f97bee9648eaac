import type { CommandHandler } from './command-handler.js';
import { expectDone } from './expect-done.js';
import type { ProcessVersions } from './definition-ports.js';
import type { JobDesk } from './jobs/job-desk.js';
import type { JobRegistry } from './jobs/job-registry.js';
import { runJob, type ClaimedJob } from './jobs/job-runner.js';
import type { MessageCorrelation } from './message-correlation.js';
import type { AlarmClock, ClaimedEffect, Notifier, UntimedCommand } from './ports.js';
import { startCalled } from './start-called.js';
import { releaseKeptByCalled } from './homes/release-kept.js';
import { cancelRequest } from './operations/operation-command.js';
import { systemActor } from './system-actor.js';
import { unreachable } from '../shared/unreachable.js';

/** What effects are carried out with. */
export interface EffectTools {
  readonly handler: CommandHandler;
  readonly jobs: JobRegistry;
  /** Knows which jobs are none of this process's business. */
  readonly jobDesk: Pick<JobDesk, 'types'>;
  readonly notifier: Notifier;
  readonly alarms: AlarmClock;
  readonly messages: MessageCorrelation;
  readonly versions: ProcessVersions;
}

/** An effect that is written as done already, and what its case asks for next, claimed for who did it. */
export interface Settled {
  readonly next: readonly ClaimedEffect[];
}

/**
 * Carries out one claimed effect. Throws when it should be tried again; safe to call twice for the same effect. Answers `Settled` where
 * the effect's end was written with what came of it; otherwise whoever calls writes it. `takesNext` asks for the jobs that follow.
 */
export type EffectRunner = (claimed: ClaimedEffect, takesNext: boolean) => Promise<Settled | void>;

/** Makes the runner of all effects: jobs, notices, and commands to other process instances. */
export function createEffectRunner(tools: EffectTools): EffectRunner {
  return async (claimed, takesNext) => {
    const { tenant, effect, processInstanceId, at } = claimed;
    switch (effect.type) {
      case 'ScheduleTimer':
        return tools.alarms.timerSet({ tenant, processInstanceId, timerId: effect.timerId, dueAt: effect.dueAt });
      case 'CancelTimer':
        // The alarm may ring in vain: the instance no longer knows the timer and refuses it.
        return;
      case 'CreateJob':
        return doJob(tools, { ...claimed, effect, takesNext });
      case 'Notify':
        return tools.notifier.notify({
          tenant,
          key: `${processInstanceId}/${effect.key}`,
          processInstanceId,
          effect,
          at,
        });
      case 'StartCalledProcess':
        return startCalled(tools, { ...claimed, effect });
      case 'CompleteCalledProcess':
        return completeCall(tools.handler, { ...claimed, effect });
      case 'FailCalledProcess':
        return failCall(tools.handler, { ...claimed, effect });
      case 'ThrowErrorInCaller':
      case 'EscalateInCaller':
        return tellCaller(tools.handler, { ...claimed, effect });
      case 'CancelCalledProcess':
        return cancelCalled(tools.handler, { ...claimed, effect });
      case 'PublishMessage':
        return tools.messages.publish(tenant, processInstanceId, effect);
      case 'BroadcastSignal':
        return tools.messages.broadcast(tenant, processInstanceId, effect);
      default:
        return unreachable(effect);
    }
  };
}

type Claimed<Type extends ClaimedEffect['effect']['type']> = ClaimedEffect & {
  readonly effect: Extract<ClaimedEffect['effect'], { readonly type: Type }>;
};

/** A job of a type that is worked on outside waits in its row until a worker takes it. */
async function doJob(tools: EffectTools, claimed: ClaimedJob): Promise<Settled | void> {
  const { jobType } = claimed.effect;
  const work = tools.jobs.find(jobType);
  if (work === undefined && (await tools.jobDesk.types(claimed.tenant)).includes(jobType)) return;

  const settled = await runJob(tools.handler, work, claimed);
  return settled && { next: settled.claimed ?? [] };
}

async function completeCall(
  handler: CommandHandler,
  { tenant, effect, processInstanceId: calledInstanceId }: Claimed<'CompleteCalledProcess'>,
): Promise<void> {
  const { elementInstanceId, processInstanceId } = effect.caller;
  const told = { elementInstanceId, calledInstanceId, variables: effect.variables } as const;
  const command: UntimedCommand = { type: 'CompleteCalledProcess', ...told, actor: systemActor };
  const outcome = await handler.handle({ tenant, processInstanceId, command });
  expectDone(outcome, ['call-not-active', 'process-instance-ended']);
}

async function failCall(
  handler: CommandHandler,
  { tenant, effect, processInstanceId: calledInstanceId }: Claimed<'FailCalledProcess'>,
): Promise<void> {
  const { elementInstanceId, processInstanceId } = effect.caller;
  const told = { elementInstanceId, calledInstanceId, message: effect.message, code: 'CALL_CANCELLED' } as const;
  const command: UntimedCommand = { type: 'FailCalledProcess', ...told, actor: systemActor };
  const outcome = await handler.handle({ tenant, processInstanceId, command });
  // A caller that cancelled the call itself waits no more.
  expectDone(outcome, ['call-not-active', 'process-instance-ended']);
}

/** Lets a caller hear of an error or an escalation in the process it called. */
async function tellCaller(
  handler: CommandHandler,
  { tenant, effect, processInstanceId: calledInstanceId }: Claimed<'ThrowErrorInCaller' | 'EscalateInCaller'>,
): Promise<void> {
  const { type, caller, key: _key, ...said } = effect;
  const { elementInstanceId, processInstanceId } = caller;
  const command: UntimedCommand = { type, elementInstanceId, calledInstanceId, ...said, actor: systemActor };
  const outcome = await handler.handle({ tenant, processInstanceId, command });
  expectDone(outcome, ['call-not-active', 'process-instance-ended']);
}

async function cancelCalled(
  handler: CommandHandler,
  { tenant, effect, processInstanceId: caller }: Claimed<'CancelCalledProcess'>,
): Promise<void> {
  const reason = 'Saken som startet denne, trenger den ikke lenger.';
  const processInstanceId = effect.calledInstanceId;
  const ends = cancelRequest({ processInstanceId, actor: systemActor }, reason);
  const registers = releaseKeptByCalled(processInstanceId, caller);
  const outcome = await handler.handle({ tenant, processInstanceId, ...ends, registers });
  // Not found is not done: its start may still be on the way, and must not outlive the cancellation.
  expectDone(outcome, ['process-instance-ended']);
}
