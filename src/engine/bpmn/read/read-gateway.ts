import type { FlowNode } from '../../definition/flow-node.js';
import { feelBody, idOfReference, isSet, present, type ModdleElement } from '../document/moddle-element.js';
import type { NodeBase } from './node-place.js';

/** Reads a gateway; undefined for every other element. */
export function readGateway(element: ModdleElement, base: NodeBase): FlowNode | undefined {
  switch (element.$type) {
    case 'bpmn:ExclusiveGateway':
      return { kind: 'exclusiveGateway', ...base, ...defaultFlowOf(element) };
    case 'bpmn:InclusiveGateway':
      return { kind: 'inclusiveGateway', ...base, ...defaultFlowOf(element) };
    case 'bpmn:ParallelGateway':
      return { kind: 'parallelGateway', ...base };
    case 'bpmn:ComplexGateway':
      return {
        kind: 'complexGateway',
        ...base,
        ...defaultFlowOf(element),
        ...present('activationCondition', feelBody(element, 'activationCondition')),
      };
    case 'bpmn:EventBasedGateway':
      return {
        kind: 'eventBasedGateway',
        ...base,
        instantiate: isSet(element, 'instantiate'),
        parallel: element.get('eventGatewayType') === 'Parallel',
      };
    default:
      return undefined;
  }
}

const defaultFlowOf = (element: ModdleElement) => present('defaultFlow', idOfReference(element, 'default'));
