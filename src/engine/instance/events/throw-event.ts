import type { JsonObject } from '../../../shared/json.js';
import type { EventResult } from '../../definition/event-definition.js';
import type { EndEvent, IntermediateThrowEvent } from '../../definition/flow-node.js';
import { cancelTransaction } from '../compensation/cancel-transaction.js';
import { completeAgain } from '../flow/complete-element.js';
import { emptyScope } from '../flow/element-work.js';
import { evaluateText } from '../flow/feel-text.js';
import { elementOn, passNode, standInFor } from '../flow/pass-node.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance, Token } from '../state/process-instance.js';
import { runPhase } from '../flow/run-phase.js';
import { throwCompensation } from '../compensation/throw-compensation.js';
import { throwError, throwEscalation, type Thrown } from './throw-error.js';
import { throwJob } from './throw-job.js';
import { throwLink } from './throw-link.js';
import { throwMessage } from './throw-message.js';
import { throwSignal } from './throw-signal.js';
import { payloadOf, recordThrown, sightOf, type Thrower } from './thrower.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/**
 * A token has come to a throw or end event: what it says happens, wholly or not at all, and the token goes on, unless it
 * was ended by that or has to wait for it.
 */
export function enterThrowEvent(
  work: WorkingCopy,
  token: Token,
  { id, result }: EndEvent | IntermediateThrowEvent,
): void {
  if (result.kind === 'none') return passNode(work, token);

  runPhase(
    work,
    () => {
      const thrower = { node: id, scopeInstanceId: token.scopeInstanceId, tokenId: token.id };
      const problem = throwResult(work, thrower, result);
      const isHere = work.instance().tokens.has(token.id) && elementOn(work, token.id) === undefined;
      if (problem === undefined && isHere) passNode(work, token);
      return problem;
    },
    () => standInFor(work, token, 'activating'),
  );
}

/** Lets an event that got stuck while it was thrown be thrown again. */
export function throwAgain(work: WorkingCopy, element: ElementInstance, result: EventResult): void {
  const { id, node, parentId, tokenId } = element;
  if (parentId === undefined) throw new Error(`Expected '${node}' to throw in a scope, but it stands in none`);

  const token = tokenId === undefined ? {} : { tokenId };
  runPhase(
    work,
    () => {
      const problem = throwResult(work, { node, scopeInstanceId: parentId, elementInstanceId: id, ...token }, result);
      const stuck = work.instance().elements.get(id)?.phase === 'activating';
      if (problem === undefined && stuck) completeAgain(work, id);
      return problem;
    },
    () => element,
  );
}

/**
 * The one place where a result of an event happens (BPMN 2.0.2 §10.5.5). Afterwards the thrower's token may be gone, or
 * an element may stand on it that waits.
 */
export function throwResult(work: WorkingCopy, thrower: Thrower, result: EventResult): Problem | undefined {
  const payload = payloadOf(work, thrower);
  if (!payload.ok) return payload.problem;
  const variables = payload.value;
  switch (result.kind) {
    case 'none':
      return undefined;
    case 'message':
      return throwMessage(work, thrower, { result, variables });
    case 'signal':
      return throwSignal(work, thrower, { signal: result.signal, variables });
    case 'error':
    case 'escalation':
      return throwCoded(work, thrower, { result, variables });
    case 'multiple':
      return throwAll(work, thrower, result.results);
    case 'link':
      return throwLink(work, thrower, result.link);
    case 'job':
      return throwJob(work, thrower, result);
    case 'terminate':
      return terminate(work, thrower);
    case 'compensation':
      return throwCompensation(work, thrower, result);
    case 'cancel':
      return cancelTransaction(work, thrower);
  }
}

interface CodedResult {
  readonly result: Extract<EventResult, { readonly kind: 'error' | 'escalation' }>;
  readonly variables: JsonObject;
}

function throwCoded(work: WorkingCopy, thrower: Thrower, { result, variables }: CodedResult): Problem | undefined {
  const sight = sightOf(work, thrower);
  const code = result.code === undefined ? undefined : evaluateText(result.code, sight);
  if (code?.ok === false) return code.problem;
  const written = result.kind === 'error' ? result.message : undefined;
  const message = written === undefined ? undefined : evaluateText(written, sight);
  if (message?.ok === false) return message.problem;

  const thrown: Thrown = {
    ...(code === undefined ? {} : { code: code.value }),
    ...(message === undefined ? {} : { message: message.value }),
    variables,
  };
  if (result.kind === 'error') return throwError(work, thrower, thrown);
  throwEscalation(work, thrower, thrown);
  return undefined;
}

function throwAll(work: WorkingCopy, thrower: Thrower, results: readonly EventResult[]): Problem | undefined {
  for (const result of results) {
    const problem = throwResult(work, thrower, result);
    if (problem !== undefined) return problem;
    // What has ended its own token throws nothing more.
    if (thrower.tokenId !== undefined && !work.instance().tokens.has(thrower.tokenId)) return undefined;
  }
  return undefined;
}

/** Ends everything in the thrower's own scope (BPMN 2.0.2 §13.5.6); the scope then completes as any other. */
function terminate(work: WorkingCopy, thrower: Thrower): undefined {
  const { scopeInstanceId, tokenId, node } = thrower;
  recordThrown(work, thrower, { kind: 'terminate' });
  if (tokenId !== undefined) work.record({ type: 'NodeCompleted', node, tokenId });
  emptyScope(work, scopeInstanceId);
  work.enqueue({ kind: 'resume', elementInstanceId: scopeInstanceId });
}
