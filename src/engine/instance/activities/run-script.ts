import { objectOf } from '../../../shared/json.js';
import type { Json, JsonObject } from '../../../shared/json.js';
import type { ScriptTask } from '../../definition/flow-node.js';
import { takeResults } from '../flow/complete-element.js';
import { evaluateExpression } from '../flow/evaluate-mappings.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

type Script = Extract<ScriptTask['work'], { readonly kind: 'feel' }>;

/** Computes the FEEL of a script task (BPMN 2.0.2 §10.3.3) and takes over what comes of it. */
export function runScript(work: WorkingCopy, script: Script, element: ElementInstance): Problem | undefined {
  const evaluated = evaluateExpression(script.script, sightFrom(work, element.id));
  if (!evaluated.ok) return evaluated.problem;

  takeResults(work, element, namedResults(evaluated.value, script.resultVariable));
  return undefined;
}

/** A result under its name; without a name, the entries of a context are the results. */
export function namedResults(result: Json, name: string | undefined): JsonObject {
  return name === undefined ? objectOf(result) : { [name]: result };
}
