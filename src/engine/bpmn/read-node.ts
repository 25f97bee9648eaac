import type { FlowNode } from '../definition/flow-node.js';
import {
  elementOf,
  elementsOf,
  extensionsOf,
  idOfElement,
  numberOf,
  present,
  textOf,
  type ModdleElement,
} from './moddle-element.js';
import { readActivityParts } from './read-activity.js';
import { readTrigger } from './read-trigger.js';
import { readUserTaskParts } from './read-user-task.js';

/** Where a node stands: its scope, the flows that touch it and the boundary events that are attached to it. */
export interface NodePlace {
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly boundaryEvents: readonly string[];
}

/** Reads a flow element as a node; undefined for sequence flows and for what is only drawn. */
export function readNode(element: ModdleElement, place: NodePlace): FlowNode | undefined {
  return readEvent(element, place) ?? readGateway(element, place) ?? readActivity(element, place);
}

function readBase(element: ModdleElement, { scope, incoming, outgoing }: NodePlace) {
  const documentation = elementsOf(element, 'documentation')[0];
  return {
    id: idOfElement(element),
    name: textOf(element, 'name')?.replace(/\s+/g, ' ') ?? '',
    scope,
    incoming,
    outgoing,
    hint: { ...present('stage', numberOf(element, 'stage')), ...present('phase', numberOf(element, 'phase')) },
    ...present('documentation', documentation && textOf(documentation, 'text')),
  };
}

function readEvent(element: ModdleElement, place: NodePlace): FlowNode | undefined {
  const base = readBase(element, place);
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return { kind: 'startEvent', ...base, trigger: readTrigger(element) };
    case 'bpmn:EndEvent':
      return { kind: 'endEvent', ...base, result: { kind: 'none' } };
    case 'bpmn:IntermediateCatchEvent':
      return { kind: 'intermediateCatchEvent', ...base, trigger: readTrigger(element) };
    case 'bpmn:BoundaryEvent': {
      const host = elementOf(element, 'attachedToRef');
      const interrupting = element.get('cancelActivity') !== false;
      const attachedTo = host ? idOfElement(host) : '';
      return { kind: 'boundaryEvent', ...base, attachedTo, interrupting, trigger: readTrigger(element) };
    }
    default:
      return undefined;
  }
}

function readGateway(element: ModdleElement, place: NodePlace): FlowNode | undefined {
  const base = readBase(element, place);
  if (element.$type === 'bpmn:ParallelGateway') return { kind: 'parallelGateway', ...base };
  if (element.$type !== 'bpmn:ExclusiveGateway') return undefined;

  const defaultFlow = elementOf(element, 'default');
  return { kind: 'exclusiveGateway', ...base, ...present('defaultFlow', defaultFlow && idOfElement(defaultFlow)) };
}

function readActivity(element: ModdleElement, place: NodePlace): FlowNode | undefined {
  const parts = { ...readBase(element, place), ...readActivityParts(element, place.boundaryEvents) };
  switch (element.$type) {
    case 'bpmn:UserTask':
      return { kind: 'userTask', ...parts, ...readUserTaskParts(element) };
    case 'bpmn:ServiceTask':
      return {
        kind: 'serviceTask',
        ...parts,
        jobType: textOf(element, 'jobType') ?? '',
        headers: readHeaders(element),
      };
    case 'bpmn:ManualTask':
      return { kind: 'manualTask', ...parts };
    case 'bpmn:Task':
      return { kind: 'task', ...parts };
    case 'bpmn:SubProcess':
      return { kind: 'subProcess', ...parts };
    case 'bpmn:CallActivity':
      return { kind: 'callActivity', ...parts, calledProcess: textOf(element, 'calledElement') ?? '' };
    default:
      return undefined;
  }
}

const readHeaders = (element: ModdleElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    extensionsOf(element, 'boligflyt:Header').map((header) => [
      textOf(header, 'key') ?? '',
      textOf(header, 'value') ?? '',
    ]),
  );
