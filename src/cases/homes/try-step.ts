import type { RegisterStep } from '../../runtime/homes/register-step.js';

/** The same step, tried only: it is refused as it would be and tells what it would give, and nothing is changed. */
export const tryStep = (step: RegisterStep): RegisterStep => ({
  ...step,
  decide: (records, moment) => {
    const decision = step.decide(records, moment);
    return decision.ok ? { ...decision, changes: [] } : decision;
  },
});
