import type { JsonObject } from '../../../shared/json.js';
import { terminateElement } from '../flow/element-work.js';
import { findCatcher, type Catcher, type Sought } from './find-catcher.js';
import { occur } from './occur.js';
import type { Problem } from '../flow/problem.js';
import type { CaughtByCallers } from '../state/process-instance.js';
import { recordThrown, type Thrower } from './thrower.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import { writeVariables } from '../flow/write-variables.js';

/** An error or escalation, and what it brings to whoever catches it. */
export interface Thrown {
  readonly code?: string;
  readonly message?: string;
  readonly variables: JsonObject;
}

/**
 * Throws an error (BPMN 2.0.2 §10.5.6, §13.5.4): the nearest catch takes it and ends what it stands around; a called
 * process whose callers catch it ends with it. An error that nobody catches is a problem at its thrower.
 */
export function throwError(work: WorkingCopy, thrower: Thrower, thrown: Thrown): Problem | undefined {
  const sought = soughtBy('error', thrown);
  const catcher = findCatcher(work, thrower.elementInstanceId ?? thrower.scopeInstanceId, sought);
  const { caller } = work.instance();
  if (catcher === undefined && !catches(caller?.catches?.errors, thrown.code)) return uncaught(thrower, thrown);

  recordThrown(work, thrower, { kind: 'error', name: thrown.code });
  const { node, tokenId } = thrower;
  if (tokenId !== undefined && nodeOf(work, node).kind === 'endEvent')
    work.record({ type: 'NodeCompleted', node, tokenId });
  if (catcher === undefined) failForCaller(work, thrower, thrown);
  else hand(work, catcher, thrown);
  return undefined;
}

/**
 * Throws an escalation (BPMN 2.0.2 §10.5.6, §13.5.4): the nearest catch takes it, or else a caller of this process is
 * told. One that nobody catches changes nothing.
 */
export function throwEscalation(work: WorkingCopy, thrower: Thrower, thrown: Thrown): void {
  const { code, variables } = thrown;
  const catcher = findCatcher(
    work,
    thrower.elementInstanceId ?? thrower.scopeInstanceId,
    soughtBy('escalation', thrown),
  );
  const { caller } = work.instance();
  recordThrown(work, thrower, { kind: 'escalation', name: code });
  if (catcher !== undefined) return hand(work, catcher, thrown);
  if (caller === undefined || !catches(caller.catches?.escalations, code)) return;

  const coded = code === undefined ? {} : { code };
  const escalationId = work.nextId<'Escalation'>();
  work.record({ type: 'EscalatedToCaller', escalationId, node: thrower.node, ...coded, caller, variables });
}

const soughtBy = (kind: Sought['kind'], { code }: Thrown): Sought => (code === undefined ? { kind } : { kind, code });

const catches = (codes: CaughtByCallers['errors'] | undefined, code: string | undefined): boolean =>
  codes?.some((caught) => caught === null || caught === code) ?? false;

function hand(work: WorkingCopy, { event, trigger, element }: Catcher, { code, message, variables }: Thrown): void {
  const codes: JsonObject = {
    ...(trigger.codeVariable === undefined ? {} : { [trigger.codeVariable]: code ?? null }),
    ...(trigger.kind === 'error' && trigger.messageVariable !== undefined
      ? { [trigger.messageVariable]: message ?? null }
      : {}),
  };
  // Mappings choose among what the error brings; where its code goes is said by the event itself.
  const home = event.kind === 'startEvent' ? element.id : element.parentId;
  if (event.outputs !== undefined) writeVariables(work, codes, { from: home, home: 'process' });
  const wait = { node: event.id, elementInstanceId: element.id };
  occur(work, code === undefined ? wait : { ...wait, name: code }, { ...variables, ...codes });
}

function failForCaller(work: WorkingCopy, { node }: Thrower, { code, message, variables: thrown }: Thrown): void {
  const { caller, elements } = work.instance();
  const root = [...elements.values()].find((element) => element.parentId === undefined);
  if (caller === undefined || root === undefined)
    throw new Error(`Expected '${work.instance().id}' to be a called process that is active, but it is not`);

  terminateElement(work, root);
  const said = { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
  work.record({ type: 'ProcessInstanceFailed', node, ...said, caller, thrown, variables: root.variables });
}

function uncaught({ node }: Thrower, { code, message }: Thrown): Problem {
  const name = code === undefined ? 'without a code' : `'${code}'`;
  const said = message === undefined || message === '' ? '' : `: ${message}`;
  const expected = `Expected the error ${name} thrown at '${node}' to be caught, but nothing around it catches it${said}`;
  return { code: 'UNCAUGHT_ERROR', message: expected, thrown: code === undefined ? {} : { name: code } };
}
