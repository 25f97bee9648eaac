import type { Id } from '../../shared/id.js';

/** A step that is still to be taken before the instance rests: data, so that it can be dropped again. */
export type AgendaStep =
  /** A token has come to a node. */
  | { readonly kind: 'enter'; readonly tokenId: Id<'Token'> }
  /** An element may be able to go on: a scope whose token ended, a multi-instance whose body ended. */
  | { readonly kind: 'resume'; readonly elementInstanceId: Id<'ElementInstance'> };

/** What is still to do, first come first served. */
export interface Agenda {
  enqueue(step: AgendaStep): void;
  next(): AgendaStep | undefined;
  /** Whether a token's arrival has not been dealt with yet. */
  isArriving(tokenId: Id<'Token'>): boolean;
  /** How many steps have been enqueued so far. */
  length(): number;
  /** Drops every step that was enqueued after there were `length`. */
  cutTo(length: number): void;
}

/** An agenda with nothing to do. */
export function createAgenda(): Agenda {
  const steps: AgendaStep[] = [];
  const arriving = new Map<Id<'Token'>, number>();
  let taken = 0;
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
    length: () => steps.length,
    cutTo(length) {
      for (const step of steps.splice(length)) count(step, -1);
    },
  };
}
