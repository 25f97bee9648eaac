import { raiseIncident } from '../flow/run-phase.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { hasNextStep } from '../state/has-next-step.js';
import { reject, type Decision } from './decision.js';
import { settle } from './settle.js';

/** Decides that nobody owns the next step of an instance: an incident on the process (invariant W). Refused where somebody does. */
export function reportUntouched(work: WorkingCopy): Decision {
  const instance = work.instance();
  const root = [...instance.elements.values()].find(({ parentId }) => parentId === undefined);
  if (root === undefined || hasNextStep(instance)) return reject({ reason: 'next-step-owned' });

  const message = 'Expected a task with a due date, a timer or an incident to bring the case on, but there is none';
  raiseIncident(work, root, { code: 'UNTOUCHED', message });
  return settle(work);
}
