import type { Effect } from '../../engine/index.js';
import { deliverMessage } from './deliver-message.js';
import { deliverSignal } from './deliver-signal.js';
import type { Host, PendingEffect } from './host.js';
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
    case 'FailCalledProcess':
    case 'ThrowErrorInCaller':
    case 'EscalateInCaller':
      return tellCaller(host, from, effect);
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
type Told = EffectOf<'CompleteCalledProcess' | 'FailCalledProcess' | 'ThrowErrorInCaller' | 'EscalateInCaller'>;

/** Tells a caller what became of the process that it called. */
function tellCaller(host: Host, calledInstanceId: PendingEffect['from'], told: Told): void {
  const { elementInstanceId, processInstanceId } = told.caller;
  const { key: _key, caller: _caller, ...said } = told;
  const from = { elementInstanceId, calledInstanceId };
  const command = said.type === 'FailCalledProcess' ? { ...said, code: 'CALL_CANCELLED' as const } : said;
  host.tryGive(processInstanceId, { ...command, ...from });
}

function startCalled(host: Host, from: string, effect: EffectOf<'StartCalledProcess'>): void {
  const { calledProcess, calledInstanceId: id, caller, variables, binding, businessKey } = effect;
  const { deployment } = host.processOf(host.cases.find(from), from);
  const process = host.definitions.bound(calledProcess, binding, deployment);
  const key = businessKey === undefined ? {} : { businessKey };
  const begun = process && startInstance(host, process, { id, caller, variables, ...key });
  if (begun?.ok === true) return;

  const message = `Expected process '${calledProcess}' to be deployed and to have one none start event, but it is not or has not`;
  const told = { elementInstanceId: caller.elementInstanceId, calledInstanceId: id, message };
  host.tryGive(caller.processInstanceId, { type: 'FailCalledProcess', ...told });
}

function publish(host: Host, from: string, effect: EffectOf<'PublishMessage'>): void {
  const { message: name, correlationKey, targets, variables } = effect;
  const letter = { name, variables, sender: from, ...(correlationKey === undefined ? {} : { correlationKey }) };
  if (targets.length === 0) deliverMessage(host, letter);
  for (const target of targets) deliverMessage(host, { ...letter, target });
}
