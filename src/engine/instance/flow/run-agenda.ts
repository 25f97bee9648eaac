import type { AgendaStep } from './agenda.js';
import { conditionThatHolds } from '../events/conditions.js';
import { enterNode } from './enter-node.js';
import { recheckJoins } from '../gateways/recheck-joins.js';
import { reportStuckScopes } from './stuck-scope.js';
import { standInFor } from './pass-node.js';
import { resumeElement } from './resume-element.js';
import type { Problem } from './problem.js';
import { raiseIncident } from './run-phase.js';
import { hearSubscription } from '../events/satisfy-wait.js';
import { throwByBehavior } from '../events/throw-by-behavior.js';
import type { WorkingCopy } from './working-copy.js';

/** How many steps one command may cause; a diagram that needs more goes round without waiting for anything. */
export const stepBudget = 10_000;

/**
 * Takes step after step, first come first served, until no token can move, and asks the watched conditions then; goes on
 * until nothing follows, or the budget is spent (`LOOP_LIMIT`).
 */
export function runAgenda(work: WorkingCopy): void {
  for (let taken = 0; ; taken += 1) {
    const step = work.nextStep();
    const mayGoOn = taken < stepBudget + work.grantedSteps();
    if (step === undefined && !recheckJoins(work) && !occurByCondition(work, mayGoOn)) break;
    if (step === undefined) continue;
    if (mayGoOn) takeStep(work, step);
    else stopStep(work, step);
  }
  reportStuckScopes(work);
}

/** Lets the next event occur whose condition has become true; answers whether one has. */
function occurByCondition(work: WorkingCopy, mayOccur: boolean): boolean {
  const condition = conditionThatHolds(work);
  if (condition === undefined) return false;
  if (mayOccur) hearSubscription(work, condition, {});
  else {
    const { id: subscriptionId, node, elementInstanceId } = condition;
    work.record({ type: 'ConditionAsked', subscriptionId, node, held: true });
    const element = work.instance().elements.get(elementInstanceId);
    if (element !== undefined) raiseIncident(work, element, spent(node));
  }
  return true;
}

function takeStep(work: WorkingCopy, step: AgendaStep): void {
  if (step.kind === 'enter') enterNode(work, step.tokenId);
  else if (step.kind === 'throw') throwByBehavior(work, step);
  else resumeElement(work, step.elementInstanceId);
}

function stopStep(work: WorkingCopy, step: AgendaStep): void {
  const { tokens, elements } = work.instance();
  const token = step.kind === 'enter' ? tokens.get(step.tokenId) : undefined;
  const element =
    step.kind === 'enter' ? token && standInFor(work, token, 'activating') : elements.get(step.elementInstanceId);
  if (element === undefined) return;
  raiseIncident(work, element, spent(element.node));
}

const spent = (node: string): Problem => ({
  code: 'LOOP_LIMIT',
  message: `Expected the process to come to rest within ${stepBudget} steps, but at '${node}' it had not`,
});
