import type { Decision } from './decision.js';
import { rememberOutcome } from '../state/evolve.js';
import { runAgenda } from '../flow/run-agenda.js';
import { watchNextStep } from '../flow/watch-next-step.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Lets everything happen that follows by itself, and gives the decision with all its facts. */
export function settle(work: WorkingCopy): Decision {
  runAgenda(work);
  watchNextStep(work);
  const events = work.events();
  rememberOutcome(events, { before: work.before, after: work.instance() });
  return { ok: true, events };
}
