import type { Binding, Effect } from '../engine/index.js';
import type { CommandHandler } from './command-handler.js';
import type { ProcessVersions } from './definition-ports.js';
import { expectDone } from './expect-done.js';
import type { ClaimedEffect, CommandRequest, UntimedCommand } from './ports.js';
import { systemActor } from './system-actor.js';

/** What a call is carried out with. */
export interface CallTools {
  readonly handler: CommandHandler;
  readonly versions: ProcessVersions;
}

interface ClaimedCall extends ClaimedEffect {
  readonly effect: Extract<Effect, { readonly type: 'StartCalledProcess' }>;
}

/** Starts the process that a call activity asks for, in the version it is bound to; where there is none, the caller is told. */
export async function startCalled({ handler, versions }: CallTools, { tenant, effect }: ClaimedCall): Promise<void> {
  const { calledInstanceId: processInstanceId, caller, variables, businessKey } = effect;
  const definition = await definitionOf(versions, { tenant, effect });
  if (definition === undefined) return refuseCall(handler, { tenant, effect });

  const command: UntimedCommand = {
    type: 'StartProcessInstance',
    processInstanceId,
    variables,
    caller,
    ...(businessKey === undefined ? {} : { businessKey }),
    actor: systemActor,
  };
  const outcome = await handler.handle({ tenant, processInstanceId, command, definition });
  const isImpossible = !outcome.ok && impossible.has(outcome.rejection.reason);
  if (isImpossible) return refuseCall(handler, { tenant, effect });
  expectDone(outcome, ['process-instance-exists']);
}

const impossible: ReadonlySet<string> = new Set(['unknown-definition', 'no-start-event', 'ambiguous-start']);

async function definitionOf(
  versions: ProcessVersions,
  { tenant, effect }: Pick<ClaimedCall, 'tenant' | 'effect'>,
): Promise<CommandRequest['definition']> {
  const { calledProcess: processKey, binding = { kind: 'latest' }, caller } = effect;
  // Which one is the latest is asked where the instance is started.
  if (binding.kind === 'latest') return { key: processKey };
  const version = await versions.versionCalled(tenant, { processKey, binding, caller: caller.processInstanceId });
  return version === undefined ? undefined : { key: processKey, version };
}

async function refuseCall(
  handler: CommandHandler,
  { tenant, effect }: Pick<ClaimedCall, 'tenant' | 'effect'>,
): Promise<void> {
  const { calledInstanceId, calledProcess, caller, binding } = effect;
  const which = `${versionText(binding)}process '${calledProcess}'`;
  const message = `Expected ${which} to be deployed and to have one none start event, but it is not or has not`;
  const { elementInstanceId, processInstanceId } = caller;
  const told = { elementInstanceId, calledInstanceId, message } as const;
  const fail: UntimedCommand = { type: 'FailCalledProcess', ...told, actor: systemActor };
  const answer = await handler.handle({ tenant, processInstanceId, command: fail });
  expectDone(answer, ['call-not-active', 'process-instance-ended']);
}

function versionText(binding: Binding | undefined): string {
  if (binding?.kind === 'version') return `version ${binding.version} of `;
  return binding?.kind === 'version-tag' ? `version '${binding.versionTag}' of ` : '';
}
