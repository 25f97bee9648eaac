import { compilerVersion } from '../../definition/compiler-version.js';
import type { FlowNode } from '../../definition/flow-node.js';
import type { ProcessHint, UnversionedDefinition } from '../../definition/process-definition.js';
import type { SequenceFlow } from '../../definition/sequence-flow.js';
import { flowElementsIn } from './flow-elements.js';
import {
  elementsOf,
  feelAttribute,
  feelBody,
  idOfElement,
  idOfReference,
  isSet,
  namesOf,
  present,
  textOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import { readNode } from './read-node.js';
import { readScope, scopesIn } from './read-scopes.js';
import { readTypes } from './read-types.js';
import type { Reading } from './reading.js';

/** Reads one process of a document that has no document problems. */
export function readProcess(process: ModdleElement, reading: Reading): UnversionedDefinition {
  const elements = flowElementsIn(process);
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map(readFlow);
  const nodes = readNodesOf(process, { elements, flows, reading });
  const scopes = scopesIn(process).map((scope) => readScope(scope, nodes));

  return {
    key: idOfElement(process),
    name: textOf(process, 'name') ?? idOfElement(process),
    ...present('versionTag', textOf(process, 'versionTag')),
    compilerVersion,
    hint: readHint(process),
    scopes: byId(scopes),
    nodes: byId(nodes),
    flows: byId(flows),
    ...present('types', readTypes(process)),
  };
}

function readHint(process: ModdleElement): ProcessHint {
  const documentation = elementsOf(process, 'documentation')[0];
  return {
    readers: namesOf(textOf(process, 'readers')),
    ...present('subject', textOf(process, 'subject')),
    ...present('title', feelAttribute(process, 'title')),
    family: textOf(process, 'family') ?? 'shared',
    ...present('attention', textOf(process, 'attention')),
    ...present('about', documentation && textOf(documentation, 'text')),
  };
}

function readFlow(flow: ModdleElement): SequenceFlow {
  return {
    id: idOfElement(flow),
    name: textOf(flow, 'name') ?? '',
    source: idOfReference(flow, 'sourceRef') ?? '',
    target: idOfReference(flow, 'targetRef') ?? '',
    ...present('condition', feelBody(flow, 'conditionExpression')),
  };
}

interface Surroundings {
  readonly elements: readonly ModdleElement[];
  readonly flows: readonly SequenceFlow[];
  readonly reading: Reading;
}

function readNodesOf(process: ModdleElement, { elements, flows, reading }: Surroundings): readonly FlowNode[] {
  const incoming = grouped(flows, (flow) => flow.target);
  const outgoing = grouped(flows, (flow) => flow.source);
  const attached = grouped(elements, (element) => idOfReference(element, 'attachedToRef') ?? '');

  const readIn = (scope: ModdleElement): readonly FlowNode[] =>
    elementsOf(scope, 'flowElements').flatMap((element) => {
      const id = idOfElement(element);
      const node = readNode(element, {
        reading,
        process: idOfElement(process),
        scope: idOfElement(scope),
        inEventSubProcess: isSet(scope, 'triggeredByEvent'),
        incoming: (incoming.get(id) ?? []).map((flow) => flow.id),
        outgoing: (outgoing.get(id) ?? []).map((flow) => flow.id),
        boundaryEvents: (attached.get(id) ?? []).map(idOfElement),
      });
      return node === undefined ? [] : [node, ...readIn(element)];
    });
  return readIn(process);
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
