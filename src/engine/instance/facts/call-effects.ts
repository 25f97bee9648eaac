import { idOf, type Id } from '../../../shared/id.js';
import type { Effect } from './effect.js';
import type { ProcessEvent } from './process-event.js';

type CallFact = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'CalledProcessRequested'
      | 'CalledProcessCancelled'
      | 'EscalatedToCaller'
      | 'ProcessInstanceFailed'
      | 'ProcessInstanceCompleted'
      | 'ProcessInstanceCancelled';
  }
>;

/** What callers and called processes must be told once `event` is committed. */
export function effectsOfCall(event: CallFact): readonly Effect[] {
  switch (event.type) {
    case 'CalledProcessRequested':
      return [startCalled(event)];
    case 'CalledProcessCancelled': {
      const { calledInstanceId } = event;
      return [{ type: 'CancelCalledProcess', key: `cancel-call-${calledInstanceId}`, calledInstanceId }];
    }
    case 'EscalatedToCaller': {
      const { escalationId, caller, variables } = event;
      return [{ type: 'EscalateInCaller', key: `escalate-${escalationId}`, caller, ...codeOf(event), variables }];
    }
    case 'ProcessInstanceFailed': {
      const { caller, message, thrown: variables } = event;
      const said = message === undefined ? {} : { message };
      return [{ type: 'ThrowErrorInCaller', key: 'throw-in-caller', caller, ...codeOf(event), ...said, variables }];
    }
    default:
      return callerTold(event);
  }
}

const codeOf = ({ code }: { readonly code?: string }): { readonly code?: string } =>
  code === undefined ? {} : { code };

type EndEvent = Extract<CallFact, { readonly type: 'ProcessInstanceCompleted' | 'ProcessInstanceCancelled' }>;

/** What a caller is told when the process it called ends. */
function callerTold(event: EndEvent): readonly Effect[] {
  const { caller, variables } = event;
  if (caller === undefined) return [];
  if (event.type === 'ProcessInstanceCompleted') {
    return [{ type: 'CompleteCalledProcess', key: 'complete-call', caller, variables }];
  }
  const message = `Expected the called process to complete, but it was cancelled by ${event.by}: ${event.reason}`;
  return [{ type: 'FailCalledProcess', key: 'fail-call', caller, message }];
}

type RequestEvent = Extract<CallFact, { readonly type: 'CalledProcessRequested' }>;

function startCalled(event: RequestEvent): Effect {
  const { calledInstanceId, calledProcess, elementInstanceId, binding, businessKey, catches, variables } = event;
  const caller = {
    processInstanceId: instanceOf(elementInstanceId),
    elementInstanceId,
    ...(catches === undefined ? {} : { catches }),
  };
  return {
    type: 'StartCalledProcess',
    key: `call-${calledInstanceId}`,
    calledInstanceId,
    calledProcess,
    ...(binding === undefined ? {} : { binding }),
    ...(businessKey === undefined ? {} : { businessKey }),
    caller,
    variables,
  };
}

// Ids inside an instance are `<instance>-<number>`.
const instanceOf = (id: Id<'ElementInstance'>): Id<'ProcessInstance'> => idOf(id.slice(0, id.lastIndexOf('-')));
