import { isList } from '../../../shared/json.js';
import type { Json } from '../../../shared/json.js';
import type { EventResult } from '../../definition/event-definition.js';
import type { MultiInstance } from '../../definition/loop.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import type { MultiInstanceProgress } from '../state/element-progress.js';
import type { ElementInstance } from '../state/process-instance.js';
import { countersOf } from './sum-of-bodies.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';
import { layOver, type Sight } from '../../expression/sight.js';

/** How many bodies a multi-instance may have where the world says nothing else. */
const mostBodiesUsually = 10_000;

/** How many bodies one multi-instance may have. */
export const mostBodies = ({ world }: WorkingCopy): number => world.mostBodies ?? mostBodiesUsually;

/** Reads the list or the number of a multi-instance activity (BPMN 2.0.2 §13.3.7) once, and lets its bodies begin. */
export function beginMultiInstance(
  work: WorkingCopy,
  element: ElementInstance,
  loop: MultiInstance,
): Evaluated<ElementInstance> {
  const sight = element.parentId === undefined ? { variables: {} } : sightFrom(work, element.parentId);
  const bodies = bodiesOf(loop, sight, mostBodies(work));
  if (!bodies.ok) return bodies;

  const { items, waiting } = bodies.value;
  const results = Array.from({ length: items }, () => null);
  work.enqueue({ kind: 'resume', elementInstanceId: element.id });
  const multiInstance = { items, started: 0, completed: 0, results, ...(waiting === undefined ? {} : { waiting }) };
  return { ok: true, value: { ...element, multiInstance } };
}

type Bodies = Pick<MultiInstanceProgress, 'items' | 'waiting'>;

function bodiesOf({ collection, cardinality }: MultiInstance, sight: Sight, most: number): Evaluated<Bodies> {
  const source = collection ?? cardinality ?? '';
  const evaluated = evaluateExpression(source, sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  const bodies = collection === undefined ? counted(value) : listed(value);
  if (bodies === undefined) {
    const expected = collection === undefined ? 'a whole number from 0' : 'a list';
    return expressionProblem(`Expected '${source}' to be ${expected}, but got ${JSON.stringify(value)}`);
  }
  if (bodies.items <= most) return { ok: true, value: bodies };
  const message = `Expected '${source}' to give at most ${most} bodies, but it gives ${bodies.items}`;
  return { ok: false, problem: { code: 'MI_LIMIT', message } };
}

const listed = (value: Json): Bodies | undefined =>
  isList(value) ? { items: value.length, waiting: value } : undefined;

const counted = (value: Json): Bodies | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? { items: value } : undefined;

/** Whether the next body may begin: all at once when parallel, one after the other when sequential. */
export function mayStartBody(progress: MultiInstanceProgress, loop: MultiInstance): boolean {
  const { items, started, completed, terminated = 0, enough } = progress;
  return enough !== true && started < items && (!loop.sequential || started === completed + terminated);
}

/** Whether no body is left that counts. */
export const isLoopDone = ({ items, completed, terminated = 0, enough }: MultiInstanceProgress): boolean =>
  enough === true || completed + terminated === items;

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
  readonly progress: { readonly result?: Json; readonly enough?: true };
  /** What the activity throws because this body has completed. */
  readonly events: readonly EventResult[];
}

/** What one body contributes, what it makes the activity throw, and whether it was the last one needed. */
export function outcomeOf(work: WorkingCopy, body: ElementInstance, loop: MultiInstance): Evaluated<BodyOutcome> {
  const before = body.parentId === undefined ? undefined : work.instance().elements.get(body.parentId)?.multiInstance;
  const counters = before === undefined ? {} : countersOf({ ...before, completed: before.completed + 1 });
  const sight = layOver(sightFrom(work, body.id), counters);
  const result = loop.outputElement === undefined ? undefined : evaluateExpression(loop.outputElement, sight);
  if (result?.ok === false) return result;
  const enough = loop.completionCondition && evaluateExpression(loop.completionCondition, sight);
  if (enough && !enough.ok) return enough;
  const events = eventsOf(loop, sight, before?.completed === 0);
  if (!events.ok) return events;

  const progress = {
    ...(result === undefined ? {} : { result: result.value }),
    ...(enough && enough.value === true ? { enough: true as const } : {}),
  };
  return { ok: true, value: { progress, events: events.value } };
}

/** The events of the activity's behaviour (BPMN 2.0.2 §10.3.8, table 10.30): for each body, the first one, or by condition. */
function eventsOf({ behavior }: MultiInstance, sight: Sight, isFirst: boolean): Evaluated<readonly EventResult[]> {
  if (behavior === undefined) return { ok: true, value: [] };
  if (behavior.kind !== 'complex') {
    return { ok: true, value: behavior.kind === 'none' || isFirst ? [behavior.event] : [] };
  }
  const events: EventResult[] = [];
  for (const { condition, event } of behavior.events) {
    const holds = evaluateExpression(condition, sight);
    if (!holds.ok) return holds;
    if (holds.value === true) events.push(event);
  }
  return { ok: true, value: events };
}
