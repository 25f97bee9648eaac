import type { RegisterDecision, RegisterRefusal } from '../../runtime/homes/register-step.js';

/** Refuses a step. */
export const refuse = (
  reason: RegisterRefusal['reason'],
  record: string,
  said: Pick<RegisterRefusal, 'detail' | 'errors'> = {},
): RegisterDecision => ({ ok: false, rejection: { reason, record, ...said } });
