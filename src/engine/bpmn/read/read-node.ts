import type { FlowNode } from '../../definition/flow-node.js';
import { elementsOf, idOfElement, numberOf, present, textOf, type ModdleElement } from '../document/moddle-element.js';
import type { NodeBase, NodePlace } from './node-place.js';
import { readActivityParts } from './read-activity.js';
import { readEvent } from './read-event.js';
import { readGateway } from './read-gateway.js';
import { readSubProcess } from './read-sub-process.js';
import { readTask } from './read-task.js';

/** Reads a flow element as a node; undefined for sequence flows and for what is only drawn. */
export function readNode(element: ModdleElement, place: NodePlace): FlowNode | undefined {
  const base = readBase(element, place);
  const passive = readEvent(element, base, place) ?? readGateway(element, base);
  if (passive !== undefined) return passive;

  if (element.get('startQuantity') === undefined) return undefined;
  const parts = { ...base, ...readActivityParts(element, place) };
  return readTask(element, parts, place) ?? readSubProcess(element, parts);
}

function readBase(element: ModdleElement, { scope, incoming, outgoing }: NodePlace): NodeBase {
  const documentation = elementsOf(element, 'documentation')[0];
  return {
    id: idOfElement(element),
    name: textOf(element, 'name')?.replace(/\s+/g, ' ') ?? '',
    scope,
    incoming,
    outgoing,
    hint: {
      ...present('stage', numberOf(element, 'stage')),
      ...present('phase', numberOf(element, 'phase')),
      ...present('attention', textOf(element, 'attention')),
      ...present('register', textOf(element, 'register')),
      ...present('exception', textOf(element, 'exception')),
      ...present('otherThan', textOf(element, 'otherThan')),
      ...present('authority', textOf(element, 'authority')),
    },
    ...present('documentation', documentation && textOf(documentation, 'text')),
  };
}
