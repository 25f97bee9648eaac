import type { JsonObject } from '../../../shared/json.js';
import type { Scope } from '../../definition/process-definition.js';
import { evaluateExpression, type Evaluated } from '../flow/evaluate-mappings.js';
import { openTrigger } from '../events/event-trigger.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import { sightFrom, typesAt } from '../flow/sight-from.js';
import { layOver } from '../../expression/sight.js';

/**
 * Opens a scope: it gets the variables that are declared in it (BPMN 2.0.2 §10.4.1), and its event sub-processes begin to
 * wait for their start events (§13.5.4). Tokens are the caller's.
 */
export function openScope(work: WorkingCopy, element: ElementInstance): Problem | undefined {
  const scope = work.world.process.definition.scopes.get(element.node);
  if (scope === undefined) throw new Error(`Expected '${element.node}' to be a scope, but it is none`);

  const declared = declaredVariables(work, element, scope);
  if (!declared.ok) return declared.problem;
  if (Object.keys(declared.value).length > 0) {
    work.record({ type: 'VariablesSet', elementInstanceId: element.id, variables: declared.value });
  }
  for (const id of scope.eventSubProcesses) {
    const problem = awaitStart(work, element, id);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Lets every token that was put into a scope beforehand enter its node. */
export function enterAll(work: WorkingCopy, element: ElementInstance): undefined {
  for (const token of work.instance().tokens.values()) {
    if (token.scopeInstanceId === element.id) work.enqueue({ kind: 'enter', tokenId: token.id });
  }
}

// What the scope was given from outside under the same name is what it begins with.
function declaredVariables(work: WorkingCopy, element: ElementInstance, scope: Scope): Evaluated<JsonObject> {
  let made: JsonObject = {};
  for (const { name, initial } of scope.variables) {
    if (Object.hasOwn(element.variables, name)) continue;
    const sight = layOver(sightFrom(work, element.id), made, typesAt(work, element.node));
    const evaluated = initial === undefined ? ({ ok: true, value: null } as const) : evaluateExpression(initial, sight);
    if (!evaluated.ok) return evaluated;
    made = { ...made, [name]: evaluated.value };
  }
  return { ok: true, value: made };
}

function awaitStart(work: WorkingCopy, element: ElementInstance, eventSubProcess: string): Problem | undefined {
  const starts = work.world.process.definition.scopes.get(eventSubProcess)?.startEvents ?? [];
  for (const id of starts) {
    const start = nodeOf(work, id);
    if (start.kind !== 'startEvent' || start.trigger.kind === 'none') continue;
    const problem = openTrigger(work, element, start);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
