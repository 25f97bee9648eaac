import type { CallActivity } from '../../definition/flow-node.js';
import type { JsonObject } from '../../../shared/json.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import { evaluateText } from '../flow/feel-text.js';
import { caughtAround } from '../events/find-catcher.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';
import type { Sight } from '../../expression/sight.js';

/** Asks for an instance of another process and waits for its end (BPMN 2.0.2 §10.3.6). */
export function requestCalledProcess(
  work: WorkingCopy,
  node: CallActivity,
  element: ElementInstance,
): Problem | undefined {
  const sight = sightFrom(work, element.id);
  const called = evaluateText(node.calledProcess, sight);
  if (!called.ok) return called.problem;
  // A key that is handed on is the caller's own: it is in sight under its name, unless a variable is called so.
  const ownKey = work.instance().businessKey ?? null;
  const businessKey = businessKeyOf(node, { ...sight, variables: { businessKey: ownKey, ...sight.variables } });
  if (!businessKey.ok) return businessKey.problem;

  const { binding } = node;
  const catches = caughtAround(work, element.id);
  work.record({
    type: 'CalledProcessRequested',
    elementInstanceId: element.id,
    node: node.id,
    calledInstanceId: work.nextId(),
    calledProcess: called.value,
    ...(binding === undefined ? {} : { binding }),
    ...(businessKey.value === undefined ? {} : { businessKey: businessKey.value }),
    ...(catches === undefined ? {} : { catches }),
    variables: passedOn(node, { element, sight: sight.variables }),
  });
  return undefined;
}

function businessKeyOf({ businessKey }: CallActivity, sight: Sight): Evaluated<string | undefined> {
  if (businessKey === undefined) return { ok: true, value: undefined };

  const evaluated = evaluateExpression(businessKey, sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (value === null) return { ok: true, value: undefined };
  return typeof value === 'string' || typeof value === 'number'
    ? { ok: true, value: String(value) }
    : expressionProblem(`Expected '${businessKey}' to be a business key, but got ${JSON.stringify(value)}`);
}

// The element's own variables are what its inputs have made; everything in sight goes in when that is asked for.
function passedOn(
  { inputs, passesAll = inputs.length === 0 }: CallActivity,
  { element, sight }: { readonly element: ElementInstance; readonly sight: JsonObject },
): JsonObject {
  if (passesAll) return sight;
  return inputs.length === 0 ? {} : element.variables;
}
