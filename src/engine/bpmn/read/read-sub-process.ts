import type { FlowNode } from '../../definition/flow-node.js';
import { feelAttribute, feelBody, isSet, present, type ModdleElement } from '../document/moddle-element.js';
import type { ActivityParts } from './read-activity.js';

/** Reads an activity with a process inside (BPMN 2.0.2 §10.3.5); undefined for every other element. */
export function readSubProcess(element: ModdleElement, parts: ActivityParts): FlowNode | undefined {
  if (isSet(element, 'triggeredByEvent')) return { kind: 'eventSubProcess', ...parts };
  switch (element.$type) {
    case 'bpmn:SubProcess':
      return { kind: 'subProcess', ...parts };
    case 'bpmn:Transaction':
      return { kind: 'transaction', ...parts };
    case 'bpmn:AdHocSubProcess':
      return {
        kind: 'adHocSubProcess',
        ...parts,
        ordering: element.get('ordering') === 'Sequential' ? 'sequential' : 'parallel',
        ...present('completionCondition', feelBody(element, 'completionCondition')),
        ...present('cancelRemaining', element.get('cancelRemainingInstances') === false ? false : undefined),
        ...present('activeElements', feelAttribute(element, 'activeElements')),
      };
    default:
      return undefined;
  }
}
