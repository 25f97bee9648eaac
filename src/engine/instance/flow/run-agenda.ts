import type { AgendaStep } from '../state/agenda-step.js';
import { awaitAgain } from '../events/await-again.js';
import { occurByCondition, occurIfItHolds } from '../events/occur-by-condition.js';
import { enterNode } from './enter-node.js';
import { holdAgenda, isVoid, takeUpWhatIsFree } from './hold-agenda.js';
import { recheckJoins } from '../gateways/recheck-joins.js';
import { reportStuckScopes } from './stuck-scope.js';
import { resumeElement } from './resume-element.js';
import { throwByBehavior } from '../events/throw-by-behavior.js';
import type { WorkingCopy } from './working-copy.js';

/** How many steps one command may cause where the world says nothing else. */
const usualBudget = 10_000;

/**
 * Takes step after step, first come first served, until no token can move, and asks the watched conditions then; goes on
 * until nothing follows. What needs more steps than the budget goes round without waiting for anything: what is still to do
 * is kept with an incident (`LOOP_LIMIT`).
 */
export function runAgenda(work: WorkingCopy): void {
  const budget = work.world.mostSteps ?? usualBudget;
  for (let taken = 0; ; taken += 1) {
    const step = work.nextStep();
    if (step === undefined) {
      if (recheckJoins(work) || occurByCondition(work) || takeUpWhatIsFree(work)) continue;
      break;
    }
    if (taken < budget + work.grantedSteps()) takeStep(work, step);
    else if (!isVoid(work, step)) return holdAgenda(work, [step, ...restOf(work)], budget);
  }
  reportStuckScopes(work);
}

function takeStep(work: WorkingCopy, step: AgendaStep): void {
  switch (step.kind) {
    case 'enter':
      return enterNode(work, step.tokenId);
    case 'resume':
      return resumeElement(work, step.elementInstanceId);
    case 'throw':
      return throwByBehavior(work, step);
    case 'await':
      return awaitAgain(work, step);
    case 'occur':
      return occurIfItHolds(work, step.subscriptionId);
  }
}

function restOf(work: WorkingCopy): readonly AgendaStep[] {
  const rest: AgendaStep[] = [];
  for (let step = work.nextStep(); step !== undefined; step = work.nextStep()) rest.push(step);
  return rest;
}
