import type { CallActivity } from '../definition/flow-node.js';
import type { ElementInstance } from './process-instance.js';
import { variablesFor } from './service-task.js';
import type { WorkingCopy } from './working-copy.js';

/** Asks for an instance of another process and waits for its end (BPMN 2.0.2 §10.3.6). */
export function requestCalledProcess(work: WorkingCopy, node: CallActivity, element: ElementInstance): void {
  work.record({
    type: 'CalledProcessRequested',
    elementInstanceId: element.id,
    node: node.id,
    calledInstanceId: work.nextId(),
    calledProcess: node.calledProcess,
    variables: variablesFor(work, node, element),
  });
}
