import { raiseUntouched } from '../flow/watch-next-step.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { isNextStepOwned } from '../state/next-step.js';
import { reject, type Decision } from './decision.js';
import { settle } from './settle.js';

/**
 * Decides what somebody outside has seen: that nothing will bring the instance on, not even the answer that it waits for
 * (invariant W). Refused where somebody owns the next step, or it is known already.
 */
export function reportUntouched(work: WorkingCopy): Decision {
  const instance = work.instance();
  const isKnown = [...instance.incidents.values()].some(({ code }) => code === 'UNTOUCHED');
  if (isKnown || isNextStepOwned(instance)) return reject({ reason: 'next-step-owned' });

  raiseUntouched(work);
  return settle(work);
}
