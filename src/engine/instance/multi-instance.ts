import type { Json, JsonObject } from '../../shared/json.js';
import type { MultiInstance } from '../definition/loop.js';
import { evaluateExpression, expressionProblem, type Evaluated } from './evaluate-mappings.js';
import type { ElementInstance, MultiInstanceProgress } from './process-instance.js';
import { variablesInSight } from './read-variables.js';
import type { WorkingCopy } from './working-copy.js';

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Reads the list of a multi-instance activity (BPMN 2.0.2 §13.3.7) once, and lets its bodies begin. */
export function beginMultiInstance(
  work: WorkingCopy,
  element: ElementInstance,
  loop: MultiInstance,
): Evaluated<ElementInstance> {
  const scope = element.parentId;
  const list = evaluateExpression(
    loop.collection ?? '',
    scope === undefined ? {} : variablesInSight(work.instance(), scope),
  );
  if (!list.ok) return list;
  if (!isList(list.value)) {
    return expressionProblem(`Expected '${loop.collection}' to be a list, but got ${JSON.stringify(list.value)}`);
  }
  const waiting = list.value;
  const results = waiting.map(() => null);
  work.enqueue({ kind: 'resume', elementInstanceId: element.id });
  return {
    ok: true,
    value: { ...element, multiInstance: { items: waiting.length, started: 0, completed: 0, results, waiting } },
  };
}

/** Whether the next body may begin: all at once when parallel, one after the other when sequential. */
export function mayStartBody(progress: MultiInstanceProgress, loop: MultiInstance): boolean {
  const { items, started, completed, enough } = progress;
  return enough !== true && started < items && (!loop.sequential || started === completed);
}

/** Whether no body is left that counts. */
export const isLoopDone = ({ items, completed, enough }: MultiInstanceProgress): boolean =>
  enough === true || completed === items;

/** The next body of a multi-instance, with its item and its number in sight; recorded as started. */
export function nextBody(work: WorkingCopy, whole: ElementInstance, loop: MultiInstance): ElementInstance {
  const loopIndex = whole.multiInstance?.started ?? 0;
  const item = whole.multiInstance?.waiting?.[0] ?? null;
  work.record({ type: 'MultiInstanceProgressed', elementInstanceId: whole.id, loopIndex, step: 'started' });
  return {
    id: work.nextId(),
    node: whole.node,
    parentId: whole.id,
    phase: 'activating',
    variables: {
      ...(loop.elementVariable === undefined ? {} : { [loop.elementVariable]: item }),
      loopCounter: loopIndex + 1,
    },
    loopIndex,
  };
}

interface BodyOutcome {
  readonly result?: Json;
  readonly enough?: true;
}

/** What one body contributes, and whether the completion condition says that it was the last one needed. */
export function outcomeOf(work: WorkingCopy, body: ElementInstance, loop: MultiInstance): Evaluated<BodyOutcome> {
  const variables = variablesInSight(work.instance(), body.id);
  const result = loop.outputElement === undefined ? undefined : evaluateExpression(loop.outputElement, variables);
  if (result?.ok === false) return result;

  const enough = isEnough(work, body, { loop, variables });
  if (!enough.ok) return enough;
  return {
    ok: true,
    value: { ...(result === undefined ? {} : { result: result.value }), ...(enough.value ? { enough: true } : {}) },
  };
}

function isEnough(
  work: WorkingCopy,
  body: ElementInstance,
  { loop, variables }: { readonly loop: MultiInstance; readonly variables: JsonObject },
): Evaluated<boolean> {
  const progress = body.parentId === undefined ? undefined : work.instance().elements.get(body.parentId)?.multiInstance;
  if (loop.completionCondition === undefined || progress === undefined) return { ok: true, value: false };

  const { items, started, completed } = progress;
  const counters = {
    numberOfInstances: items,
    numberOfActiveInstances: started - completed - 1,
    numberOfCompletedInstances: completed + 1,
  };
  const condition = evaluateExpression(loop.completionCondition, { ...variables, ...counters });
  return condition.ok ? { ok: true, value: condition.value === true } : condition;
}
