import type { BusinessRuleTask } from '../../definition/flow-node.js';
import { takeResults } from '../flow/complete-element.js';
import { evaluateText } from '../flow/feel-text.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { namedResults } from './run-script.js';
import { shapeResult } from './shape-result.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

type Question = Extract<BusinessRuleTask['work'], { readonly kind: 'decision' }>;

/** Asks the decision of a business rule task (BPMN 2.0.2 §10.3.3) and takes over what it gives. */
export function askDecision(work: WorkingCopy, question: Question, element: ElementInstance): Problem | undefined {
  const sight = sightFrom(work, element.id);
  const decision = evaluateText(question.decision, sight);
  if (!decision.ok) return decision.problem;

  const { decisions } = work.world;
  const { binding, resultVariable, resultShape } = question;
  const answer = decisions?.evaluate({ decision: decision.value, binding, variables: sight.variables });
  if (answer === undefined) {
    return { code: 'DECISION', message: `Expected decision '${decision.value}' to be deployed, but no rules are` };
  }
  if (!answer.ok) return { code: 'DECISION', message: answer.message };
  const shaped = resultShape === undefined ? answer : shapeResult(answer.value, resultShape, answer.column);
  if (!shaped.ok) return { code: 'DECISION', message: `${shaped.message} (decision '${decision.value}')` };
  takeResults(work, element, namedResults(shaped.value, resultVariable));
  return undefined;
}
