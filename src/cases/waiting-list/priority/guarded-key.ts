import { decisionsOf } from '../../../engine/index.js';
import type { DecisionBook } from '../../../runtime/decision-ports.js';
import type { GuardedDecisions } from '../../../runtime/deploy-files.js';
import { priorityKey } from './priority-rule.js';

/** The priority key: tried, heard and decided in a case, so that no set of files puts another one in force. */
export const guardedKey = (book: DecisionBook): GuardedDecisions => ({
  process: 'prioriteringsregel',
  among: (model) => decisionsOf(model).flatMap(({ id }) => (id === priorityKey ? [id] : [])),
  inForce: async (tenant, key) => (await book.versionsOf(tenant, key))[0]?.xml,
});
