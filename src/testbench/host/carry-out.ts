import type { Effect } from '../../engine/index.js';
import { deliverMessage } from './deliver-message.js';
import { deliverSignal } from './deliver-signal.js';
import type { Host, HostCommand, PendingEffect } from './host.js';
import { startInstance } from './start-instance.js';

/** Carries out one effect: what production does by queue and outbox happens here at once. */
export function carryOut(host: Host, { from, effect }: PendingEffect): void {
  switch (effect.type) {
    case 'CreateJob':
      if (host.options.jobs === 'auto') {
        host.tryGive(from, { type: 'CompleteJob', jobId: effect.jobId, variables: {} });
      }
      return;
    case 'StartCalledProcess':
      return startCalled(host, from, effect);
    case 'CancelCalledProcess':
      host.tryGive(effect.calledInstanceId, { type: 'CancelProcessInstance', reason: 'the call was cancelled' });
      return;
    case 'CompleteCalledProcess':
      return tellCaller(host, effect, {
        type: 'CompleteCalledProcess',
        variables: effect.variables,
        calledInstanceId: from,
      });
    case 'FailCalledProcess':
      return tellCaller(host, effect, {
        type: 'FailCalledProcess',
        code: 'CALL_CANCELLED',
        message: effect.message,
        calledInstanceId: from,
      });
    case 'PublishMessage':
      return publish(host, from, effect);
    case 'BroadcastSignal':
      deliverSignal(host, { name: effect.signal, variables: effect.variables, except: from });
      return;
    default:
      // Timers are read from the events, and nobody is written to.
      return;
  }
}

type EffectOf<Type extends Effect['type']> = Extract<Effect, { readonly type: Type }>;
type ToCaller = Extract<Effect, { readonly caller: unknown; readonly key: string }>;
type Told = Extract<HostCommand, { readonly type: 'CompleteCalledProcess' | 'FailCalledProcess' }>;

function tellCaller(host: Host, { caller }: ToCaller, told: DistributiveOmit<Told, 'elementInstanceId'>): void {
  host.tryGive(caller.processInstanceId, { ...told, elementInstanceId: caller.elementInstanceId });
}

type DistributiveOmit<Whole, Key extends string> = Whole extends unknown ? Omit<Whole, Key> : never;

function startCalled(host: Host, from: string, effect: EffectOf<'StartCalledProcess'>): void {
  const { calledProcess, calledInstanceId: id, caller, variables } = effect;
  const { deployment } = host.processOf(host.cases.find(from), from);
  const process = host.definitions.bound(calledProcess, undefined, deployment);
  const begun = process && startInstance(host, process, { id, caller, variables });
  if (begun?.ok === true) return;

  const message = `Expected process '${calledProcess}' to be deployed and to have one none start event, but it is not or has not`;
  tellCaller(host, effect, { type: 'FailCalledProcess', message, calledInstanceId: id });
}

function publish(host: Host, from: string, effect: EffectOf<'PublishMessage'>): void {
  const { message: name, correlationKey, targets, variables } = effect;
  const letter = { name, variables, sender: from, ...(correlationKey === undefined ? {} : { correlationKey }) };
  if (targets.length === 0) deliverMessage(host, letter);
  for (const target of targets) deliverMessage(host, { ...letter, target });
}
