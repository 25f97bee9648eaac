import { CaseDecisionDebt } from '../../cases/decisions/decision-debt.js';
import type { DeadlineRegister } from '../../engine/index.js';
import { CommandQuestion } from '../../runtime/command-question.js';
import { decideWithDefinition } from '../../runtime/decide-with-definition.js';
import { MigrationPlanner } from '../../runtime/operations/migration-planner.js';
import type { RuntimeParts } from '../../runtime/runtime.js';
import type { Store } from '../../store/open-store.js';

/** What batches are carried out with, from the store. */
export function operationsOf(store: Store, deadlines: DeadlineRegister): RuntimeParts['batches'] {
  const { queries, definitions, clock, eraser, batches: book } = store;
  const question = new CommandQuestion(queries.cases, clock, decideWithDefinition(definitions, deadlines));
  const { cases } = queries;
  const debt = new CaseDecisionDebt(cases, definitions, store.caseDecisions);
  return { book, tools: { cases, planner: new MigrationPlanner(definitions), question, eraser, debt } };
}
