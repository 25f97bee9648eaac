import type { FlowNode } from '../../definition/flow-node.js';
import { idOfElement, idOfReference, isSet, present, type ModdleElement } from '../document/moddle-element.js';
import type { NodeBase, NodePlace } from './node-place.js';
import { readEventInputs, readEventOutputs } from './read-mappings.js';
import { readResult } from './read-result.js';
import { readTrigger } from './read-trigger.js';

/** Reads an event; undefined for every other element. */
export function readEvent(element: ModdleElement, base: NodeBase, place: NodePlace): FlowNode | undefined {
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return {
        kind: 'startEvent',
        ...base,
        trigger: readTrigger(element, place),
        ...present('interrupting', place.inEventSubProcess ? element.get('isInterrupting') !== false : undefined),
        ...present('outputs', readEventOutputs(element)),
      };
    case 'bpmn:EndEvent':
    case 'bpmn:IntermediateThrowEvent':
      return {
        kind: element.$type === 'bpmn:EndEvent' ? 'endEvent' : 'intermediateThrowEvent',
        ...base,
        result: readResult(element, place.reading),
        ...present('inputs', readEventInputs(element)),
      };
    case 'bpmn:IntermediateCatchEvent':
      return {
        kind: 'intermediateCatchEvent',
        ...base,
        trigger: readTrigger(element, place),
        ...present('outputs', readEventOutputs(element)),
      };
    case 'bpmn:BoundaryEvent':
      return {
        kind: 'boundaryEvent',
        ...base,
        attachedTo: idOfReference(element, 'attachedToRef') ?? '',
        interrupting: isSet(element, 'cancelActivity'),
        trigger: readTrigger(element, place),
        ...present('outputs', readEventOutputs(element)),
        ...present('compensationHandler', place.reading.compensationHandlers.get(idOfElement(element))),
      };
    default:
      return undefined;
  }
}
