import type { AgendaStep } from '../state/agenda-step.js';
import { raiseIncident } from '../flow/run-phase.js';
import { throwResult } from './throw-event.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Throws an event of a multi-instance's behaviour (BPMN 2.0.2 §13.3.7) from the whole of it: its own edge may catch it. */
export function throwByBehavior(work: WorkingCopy, step: Extract<AgendaStep, { readonly kind: 'throw' }>): void {
  const { elementInstanceId, result } = step;
  const whole = work.instance().elements.get(elementInstanceId);
  if (whole?.parentId === undefined) return;

  const { node, parentId: scopeInstanceId, tokenId } = whole;
  const thrower = { node, scopeInstanceId, elementInstanceId, ...(tokenId === undefined ? {} : { tokenId }) };
  const problem = work.attempt(() => throwResult(work, thrower, result));
  if (problem !== undefined) raiseIncident(work, whole, { ...problem, pending: [step] });
}
