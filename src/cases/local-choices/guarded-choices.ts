import { decisionsOf } from '../../engine/index.js';
import type { DecisionBook } from '../../runtime/decision-ports.js';
import type { GuardedDecisions } from '../../runtime/deploy-files.js';
import { choiceNamespace } from './local-choice.js';

/** What the municipality has chosen: changed with a reason in a case, so that no set of files chooses for it, under whatever namespace. */
export const guardedChoices = (book: DecisionBook): GuardedDecisions => ({
  process: 'lokalt-valg',
  among: (model) => decisionsOf(model).map(({ id }) => id),
  inForce: async (tenant, key) => {
    const [written] = await book.versionsOf(tenant, key);
    return written?.xml.includes(choiceNamespace) ? written.xml : undefined;
  },
});
