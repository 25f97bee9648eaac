import type { EventResult } from '../definition/event-definition.js';
import type { Problem } from './problem.js';
import { recordThrown, type Thrower } from './thrower.js';
import type { WorkingCopy } from './working-copy.js';

/** Undoes what has completed in the thrower's scope (BPMN 2.0.2 §13.5.5); with nothing to undo, the thrower goes on at once. */
export function throwCompensation(
  work: WorkingCopy,
  thrower: Thrower,
  { activity }: Extract<EventResult, { readonly kind: 'compensation' }>,
): Problem | undefined {
  recordThrown(work, thrower, { kind: 'compensation', name: activity });
  return undefined;
}
