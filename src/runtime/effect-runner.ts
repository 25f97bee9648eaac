import type { CommandHandler } from './command-handler.js';
import { expectDone } from './expect-done.js';
import { runJob } from './job-runner.js';
import type { AlarmClock, ClaimedEffect, JobHandler, Notifier, TenantId, UntimedCommand } from './ports.js';
import { systemActor } from './system-actor.js';
import type { Id } from '../shared/id.js';
import { unreachable } from '../shared/unreachable.js';

/** What effects are carried out with. */
export interface EffectTools {
  readonly handler: CommandHandler;
  readonly jobs: ReadonlyMap<string, JobHandler>;
  readonly notifier: Notifier;
  readonly alarms: AlarmClock;
}

/** Carries out one claimed effect. Throws when it should be tried again; safe to call twice for the same effect. */
export type EffectRunner = (claimed: ClaimedEffect) => Promise<void>;

/** Makes the runner of all effects: jobs, notices, and commands to other process instances. */
export function createEffectRunner(tools: EffectTools): EffectRunner {
  return async (claimed) => {
    const { tenant, effect, processInstanceId, at } = claimed;
    switch (effect.type) {
      case 'ScheduleTimer':
        return tools.alarms.timerSet({ tenant, processInstanceId, timerId: effect.timerId, dueAt: effect.dueAt });
      case 'CancelTimer':
        // The alarm may ring in vain: the instance no longer knows the timer and refuses it.
        return;
      case 'CreateJob':
        return runJob(tools.handler, tools.jobs.get(effect.jobType), { ...claimed, effect });
      case 'Notify':
        return tools.notifier.notify({
          tenant,
          key: `${processInstanceId}/${effect.key}`,
          processInstanceId,
          effect,
          at,
        });
      case 'StartCalledProcess':
      case 'CompleteCalledProcess':
      case 'CancelCalledProcess':
        return callOtherInstance(tools.handler, { ...claimed, effect });
      default:
        return unreachable(effect);
    }
  };
}

type CallType = 'StartCalledProcess' | 'CompleteCalledProcess' | 'CancelCalledProcess';
type ClaimedCall = ClaimedEffect & { readonly effect: Extract<ClaimedEffect['effect'], { readonly type: CallType }> };

async function callOtherInstance(handler: CommandHandler, { tenant, effect }: ClaimedCall): Promise<void> {
  switch (effect.type) {
    case 'StartCalledProcess': {
      const { calledInstanceId: processInstanceId, calledProcess, caller, variables } = effect;
      const command: UntimedCommand = {
        type: 'StartProcessInstance',
        processInstanceId,
        variables,
        caller,
        actor: systemActor,
      };
      const outcome = await handler.handle({ tenant, processInstanceId, command, definition: { key: calledProcess } });
      return expectDone(outcome, ['process-instance-exists']);
    }
    case 'CompleteCalledProcess': {
      const { elementInstanceId, processInstanceId } = effect.caller;
      const command: UntimedCommand = {
        type: 'CompleteCalledProcess',
        elementInstanceId,
        variables: effect.variables,
        actor: systemActor,
      };
      const outcome = await handler.handle({ tenant, processInstanceId, command });
      return expectDone(outcome, ['call-not-active', 'process-instance-ended']);
    }
    case 'CancelCalledProcess':
      return cancelCalled(handler, tenant, effect.calledInstanceId);
  }
}

async function cancelCalled(handler: CommandHandler, tenant: TenantId, id: Id<'ProcessInstance'>): Promise<void> {
  const reason = 'Saken som startet denne, trenger den ikke lenger.';
  const command: UntimedCommand = { type: 'CancelProcessInstance', reason, actor: systemActor };
  const outcome = await handler.handle({ tenant, processInstanceId: id, command });
  // Not found is not done: its start may still be on the way, and must not outlive the cancellation.
  expectDone(outcome, ['process-instance-ended']);
}
