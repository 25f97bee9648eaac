import type { AgendaStep } from './agenda.js';
import { enterNode } from './enter-node.js';
import { recheckJoins } from './recheck-joins.js';
import { reportStuckScopes } from './stuck-scope.js';
import { standInFor } from './pass-node.js';
import { resumeElement } from './resume-element.js';
import { raiseIncident } from './run-phase.js';
import type { WorkingCopy } from './working-copy.js';

/** How many steps one command may cause; a diagram that needs more goes round without waiting for anything. */
export const stepBudget = 10_000;

/** Takes step after step, first come first served, until no token can move or the budget is spent (`LOOP_LIMIT`). */
export function runAgenda(work: WorkingCopy): void {
  for (let left = stepBudget; ; left -= 1) {
    const step = work.nextStep();
    if (step === undefined && !recheckJoins(work)) break;
    if (step === undefined) continue;
    if (left > 0) takeStep(work, step);
    else stopStep(work, step);
  }
  reportStuckScopes(work);
}

function takeStep(work: WorkingCopy, step: AgendaStep): void {
  if (step.kind === 'enter') enterNode(work, step.tokenId);
  else resumeElement(work, step.elementInstanceId);
}

function stopStep(work: WorkingCopy, step: AgendaStep): void {
  const { tokens, elements } = work.instance();
  const token = step.kind === 'enter' ? tokens.get(step.tokenId) : undefined;
  const element =
    step.kind === 'resume' ? elements.get(step.elementInstanceId) : token && standInFor(work, token, 'activating');
  if (element === undefined) return;
  const message = `Expected the process to come to rest within ${stepBudget} steps, but at '${element.node}' it had not`;
  raiseIncident(work, element, { code: 'LOOP_LIMIT', message });
}
