import type { Activity } from '../../definition/flow-node.js';
import { endElement } from '../flow/element-work.js';
import { outcomeOf } from './multi-instance.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { loopsOn } from './standard-loop.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Ends one body of a multi-instance or loop, and lets the whole see how far it has come by that. */
export function endBody(work: WorkingCopy, body: ElementInstance, node: Activity): Problem | undefined {
  if (node.multiInstance !== undefined) return endInstance(work, body, node.multiInstance);

  const again = node.standardLoop && loopsOn(work, body, node.standardLoop);
  if (again?.ok === false) return again.problem;
  const { parentId } = body;
  endElement(work, body);
  if (parentId === undefined) return undefined;
  if (again?.value !== true) {
    const progress = { isLoopOver: true } as const;
    work.record({ type: 'ElementProgressed', elementInstanceId: parentId, node: node.id, progress });
  }
  work.enqueue({ kind: 'resume', elementInstanceId: parentId });
  return undefined;
}

function endInstance(
  work: WorkingCopy,
  body: ElementInstance,
  loop: NonNullable<Activity['multiInstance']>,
): Problem | undefined {
  const outcome = outcomeOf(work, body, loop);
  if (!outcome.ok) return outcome.problem;

  const { parentId: elementInstanceId, loopIndex } = body;
  const { progress, events } = outcome.value;
  endElement(work, body);
  if (elementInstanceId === undefined || loopIndex === undefined) return undefined;
  work.record({ type: 'MultiInstanceProgressed', elementInstanceId, loopIndex, step: 'completed', ...progress });
  for (const result of events) work.enqueue({ kind: 'throw', elementInstanceId, result });
  work.enqueue({ kind: 'resume', elementInstanceId });
  return undefined;
}
