import type { UnversionedDefinition } from '../definition/process-definition.js';
import type { Diagnostic } from './diagnostic.js';
import { knownDeadlines } from './rules/deadlines.js';
import { defaultIsOwnFlow, exclusiveChoices } from './rules/exclusive-gateway.js';
import { validExpressions } from './rules/expressions.js';
import { boundaryAttached, conditionsWhereAllowed, flowsStayInScope } from './rules/flows.js';
import { knownStages, knownWork, userTaskHasOwner } from './rules/people-and-work.js';
import { reachable } from './rules/reachability.js';
import type { KnownNames, ProcessRule } from './rules/rule.js';
import { endsAtEndEvent, endWithoutOutgoing, oneStart, startWithoutIncoming } from './rules/start-and-end.js';
import { validTimes } from './rules/times.js';
import { writableNames } from './rules/variable-names.js';
import { noWaitFreeCycle } from './rules/wait-free-cycle.js';

const processRules: readonly ProcessRule[] = [
  oneStart,
  startWithoutIncoming,
  endWithoutOutgoing,
  endsAtEndEvent,
  flowsStayInScope,
  boundaryAttached,
  conditionsWhereAllowed,
  exclusiveChoices,
  defaultIsOwnFlow,
  reachable,
  noWaitFreeCycle,
  userTaskHasOwner,
  knownWork,
  knownStages,
  knownDeadlines,
  validTimes,
  validExpressions,
  writableNames,
];

/** Everything that is wrong or unusual in a process, rule by rule. */
export const processProblems = (definition: UnversionedDefinition, known: KnownNames): readonly Diagnostic[] =>
  processRules.flatMap((rule) => rule(definition, known));
