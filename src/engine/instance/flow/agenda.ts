import type { Id } from '../../../shared/id.js';
import type { EventResult } from '../../definition/event-definition.js';

/** A step that is still to be taken before the instance rests: data, so that it can be dropped again. */
export type AgendaStep =
  /** A token has come to a node. */
  | { readonly kind: 'enter'; readonly tokenId: Id<'Token'> }
  /** An element may be able to go on: a scope whose token ended, a multi-instance whose body ended. */
  | { readonly kind: 'resume'; readonly elementInstanceId: Id<'ElementInstance'> }
  /** A multi-instance throws an event because one of its bodies has completed. */
  | { readonly kind: 'throw'; readonly elementInstanceId: Id<'ElementInstance'>; readonly result: EventResult };

/** What is still to do, first come first served. */
export interface Agenda {
  enqueue(step: AgendaStep): void;
  next(): AgendaStep | undefined;
  /** Whether a token's arrival has not been dealt with yet. */
  isArriving(tokenId: Id<'Token'>): boolean;
  /** Allows so many steps more before the process is taken for one that goes round. */
  grant(steps: number): void;
  /** How many steps have been granted so far. */
  granted(): number;
  /** How many steps have been enqueued so far. */
  length(): number;
  /** Drops every step that was enqueued after there were `length`. */
  cutTo(length: number): void;
}

/** Even the longest list comes to a rest within so many steps; what needs more is nested too deep for one decision. */
const mostGranted = 200_000;

/** An agenda with nothing to do. */
export function createAgenda(): Agenda {
  const steps: AgendaStep[] = [];
  const arriving = new Map<Id<'Token'>, number>();
  let taken = 0;
  let granted = 0;
  const count = (step: AgendaStep, change: 1 | -1): void => {
    if (step.kind === 'enter') arriving.set(step.tokenId, (arriving.get(step.tokenId) ?? 0) + change);
  };
  return {
    enqueue(step) {
      steps.push(step);
      count(step, 1);
    },
    next() {
      const step = steps[taken];
      if (step === undefined) return undefined;
      taken += 1;
      count(step, -1);
      return step;
    },
    isArriving: (tokenId) => (arriving.get(tokenId) ?? 0) > 0,
    grant(steps) {
      granted = Math.min(granted + steps, mostGranted);
    },
    granted: () => granted,
    length: () => steps.length,
    cutTo(length) {
      for (const step of steps.splice(length)) count(step, -1);
    },
  };
}
