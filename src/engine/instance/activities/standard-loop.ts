import type { StandardLoop } from '../../definition/loop.js';
import { evaluateExpression, type Evaluated } from '../flow/evaluate-mappings.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';
import { layOver, type Sight } from '../../expression/sight.js';

/** Begins a standard loop (BPMN 2.0.2 §13.3.6): one that is tested before may have no iteration at all. */
export function beginStandardLoop(
  work: WorkingCopy,
  element: ElementInstance,
  loop: StandardLoop,
): Evaluated<ElementInstance> {
  const sight = element.parentId === undefined ? { variables: {} } : sightFrom(work, element.parentId);
  const again = loop.testBefore
    ? goesOn(loop, layOver(sight, { loopCounter: 0 }), 0)
    : ({ ok: true, value: true } as const);
  if (!again.ok) return again;

  work.enqueue({ kind: 'resume', elementInstanceId: element.id });
  const progress = { ...element.progress, iterations: 0, ...(again.value ? {} : ({ isLoopOver: true } as const)) };
  return { ok: true, value: { ...element, progress } };
}

/** Whether another iteration follows the one that ends with `body`; its condition sees what the body sees. */
export function loopsOn(work: WorkingCopy, body: ElementInstance, loop: StandardLoop): Evaluated<boolean> {
  return goesOn(loop, sightFrom(work, body.id), (body.loopIndex ?? 0) + 1);
}

// A loop that says neither while what nor how often goes round once: nobody can have meant it to go on for ever.
function goesOn({ condition, maximum }: StandardLoop, sight: Sight, done: number): Evaluated<boolean> {
  if (done >= (maximum ?? Infinity)) return { ok: true, value: false };
  if (condition === undefined) return { ok: true, value: maximum !== undefined || done === 0 };

  const evaluated = evaluateExpression(condition, sight);
  return evaluated.ok ? { ok: true, value: evaluated.value === true } : evaluated;
}

/** The next iteration of a loop, with its number in sight; recorded as begun. */
export function nextIteration(work: WorkingCopy, whole: ElementInstance): ElementInstance {
  const { id: parentId, node, progress } = whole;
  const loopIndex = progress?.iterations ?? 0;
  const iterations = loopIndex + 1;
  work.record({ type: 'ElementProgressed', elementInstanceId: parentId, node, progress: { iterations } });
  return {
    id: work.nextId(),
    node,
    parentId,
    phase: 'activating',
    variables: { loopCounter: iterations },
    loopIndex,
  };
}
