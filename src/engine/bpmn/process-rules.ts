import type { UnversionedDefinition } from '../definition/process-definition.js';
import type { Diagnostic } from '../xml/diagnostic.js';
import { waitsAreBounded } from './rules/bounded-waits.js';
import { knownDeadlines } from './rules/deadlines.js';
import { exclusiveChoices } from './rules/exclusive-gateway.js';
import { validExpressions } from './rules/expressions.js';
import { knownStages, knownWork, otherThanWhom, userTaskHasOwner } from './rules/people-and-work.js';
import { namesLookDifferent } from './rules/lookalike-names.js';
import { multiInstanceLimit } from './rules/multi-instance-limit.js';
import { reachable } from './rules/reachability.js';
import type { KnownNames, ProcessRule } from './rules/rule.js';
import { sound } from './rules/soundness.js';
import { endsAtEndEvent, oneStart } from './rules/start-and-end.js';
import { validTimes } from './rules/times.js';
import { writableNames } from './rules/variable-names.js';
import { noWaitFreeCycle } from './rules/wait-free-cycle.js';

const processRules: readonly ProcessRule[] = [
  oneStart,
  endsAtEndEvent,
  exclusiveChoices,
  reachable,
  noWaitFreeCycle,
  sound,
  userTaskHasOwner,
  otherThanWhom,
  waitsAreBounded,
  multiInstanceLimit,
  knownWork,
  namesLookDifferent,
  knownStages,
  knownDeadlines,
  validTimes,
  validExpressions,
  writableNames,
];

/** Everything that is wrong or unusual in a process, rule by rule. */
export const processProblems = (definition: UnversionedDefinition, known: KnownNames): readonly Diagnostic[] =>
  processRules.flatMap((rule) => rule(definition, known));
