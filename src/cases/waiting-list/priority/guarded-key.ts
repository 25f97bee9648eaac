import type { DecisionBook } from '../../../runtime/decision-ports.js';
import type { GuardedDecision } from '../../../runtime/deploy-files.js';
import { priorityKey } from './priority-rule.js';

/** The priority key: tried, heard and decided in a case, so that no set of files puts another one in force. */
export const guardedKey = (book: DecisionBook): GuardedDecision => ({
  key: priorityKey,
  process: 'prioriteringsregel',
  inForce: async (tenant) => (await book.versionsOf(tenant, priorityKey))[0]?.xml,
});
