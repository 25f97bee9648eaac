import type { Id } from '../../../shared/id.js';
import type { AgendaStep } from '../state/agenda-step.js';

/** What is still to do, first come first served. */
export interface Agenda {
  enqueue(step: AgendaStep): void;
  next(): AgendaStep | undefined;
  /** Whether a token's arrival has not been dealt with yet: it is still to do, or on hold. */
  isArriving(tokenId: Id<'Token'>): boolean;
  /** Keeps steps for whoever resolves their incident; until then nothing overtakes them. */
  hold(steps: readonly AgendaStep[]): void;
  /** Lets what was kept be taken up in this very decision. */
  release(steps: readonly AgendaStep[]): void;
  /** Whether something is still to happen by an element, or by a watched condition, before either goes on. */
  isOnHold(id: Id<'ElementInstance'> | Id<'Subscription'>): boolean;
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
  const open = new Map<string, number>();
  const held = new Set<string>();
  let taken = 0;
  let granted = 0;
  const count = (step: AgendaStep, change: 1 | -1): void => {
    for (const id of whatItHolds(step)) open.set(id, (open.get(id) ?? 0) + change);
  };
  const isOnHold = (id: string): boolean => held.has(id) || (open.get(id) ?? 0) > 0;
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
    isArriving: isOnHold,
    hold(kept) {
      for (const id of kept.flatMap(whatItHolds)) held.add(id);
    },
    release(kept) {
      for (const id of kept.flatMap(whatItHolds)) held.delete(id);
    },
    isOnHold,
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

/** What must not go on before a step is taken: the token that arrives, what waits for its own event to have happened. */
function whatItHolds(step: AgendaStep): readonly string[] {
  switch (step.kind) {
    case 'enter':
      return [step.tokenId];
    case 'throw':
      return [step.elementInstanceId];
    case 'occur':
      return [step.elementInstanceId, step.subscriptionId];
    case 'resume':
    case 'await':
      return [];
  }
}
