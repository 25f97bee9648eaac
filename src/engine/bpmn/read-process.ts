import { compilerVersion } from '../definition/compiler-version.js';
import type { FlowNode } from '../definition/flow-node.js';
import type { ProcessHint, Scope, UnversionedDefinition } from '../definition/process-definition.js';
import type { SequenceFlow } from '../definition/sequence-flow.js';
import { flowElementsIn } from './flow-elements.js';
import {
  bodyOf,
  elementOf,
  elementsOf,
  feelAttribute,
  feelOf,
  idOfElement,
  namesOf,
  present,
  textOf,
  type ModdleElement,
} from './moddle-element.js';
import { readNode } from './read-node.js';

/** Reads one process of a document that has no document problems. */
export function readProcess(process: ModdleElement): UnversionedDefinition {
  const elements = flowElementsIn(process);
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map(readFlow);
  const nodes = readNodesOf(process, elements, flows);
  const scopes = readScopes(process, nodes);

  return {
    key: idOfElement(process),
    name: textOf(process, 'name') ?? idOfElement(process),
    compilerVersion,
    hint: readHint(process),
    scopes: byId(scopes),
    nodes: byId(nodes),
    flows: byId(flows),
  };
}

function readHint(process: ModdleElement): ProcessHint {
  return {
    readers: namesOf(textOf(process, 'readers')),
    ...present('subject', textOf(process, 'subject')),
    ...present('title', feelAttribute(process, 'title')),
    family: textOf(process, 'family') ?? 'shared',
  };
}

function readFlow(flow: ModdleElement): SequenceFlow {
  const source = elementOf(flow, 'sourceRef');
  const target = elementOf(flow, 'targetRef');
  const condition = bodyOf(flow, 'conditionExpression');
  return {
    id: idOfElement(flow),
    name: textOf(flow, 'name') ?? '',
    source: source ? idOfElement(source) : '',
    target: target ? idOfElement(target) : '',
    ...present('condition', condition === undefined ? undefined : feelOf(condition)),
  };
}

function readNodesOf(
  container: ModdleElement,
  elements: readonly ModdleElement[],
  flows: readonly SequenceFlow[],
): readonly FlowNode[] {
  const incoming = grouped(flows, (flow) => flow.target);
  const outgoing = grouped(flows, (flow) => flow.source);
  const attached = grouped(elements, (element) => {
    const host = elementOf(element, 'attachedToRef');
    return host ? idOfElement(host) : '';
  });

  const readIn = (scope: ModdleElement): readonly FlowNode[] =>
    elementsOf(scope, 'flowElements').flatMap((element) => {
      const id = idOfElement(element);
      const node = readNode(element, {
        scope: idOfElement(scope),
        incoming: (incoming.get(id) ?? []).map((flow) => flow.id),
        outgoing: (outgoing.get(id) ?? []).map((flow) => flow.id),
        boundaryEvents: (attached.get(id) ?? []).map(idOfElement),
      });
      return node === undefined ? [] : [node, ...readIn(element)];
    });
  return readIn(container);
}

function readScopes(process: ModdleElement, nodes: readonly FlowNode[]): readonly Scope[] {
  const scopeOf = (id: string, parent?: string): Scope => {
    const inside = nodes.filter((node) => node.scope === id);
    return {
      id,
      ...present('parent', parent),
      nodes: inside.map((node) => node.id),
      startEvents: inside.filter((node) => node.kind === 'startEvent').map((node) => node.id),
      eventSubProcesses: inside.filter((node) => node.kind === 'eventSubProcess').map((node) => node.id),
      variables: [],
    };
  };
  const subProcesses = nodes.filter((node) => node.kind === 'subProcess');
  return [scopeOf(idOfElement(process)), ...subProcesses.map((node) => scopeOf(node.id, node.scope))];
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
