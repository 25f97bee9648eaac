import {
  elementOf,
  elementsIn,
  elementsOf,
  idOfElement,
  isSet,
  type ModdleElement,
} from '../document/moddle-element.js';

/** Where nodes stand side by side: a process or a kind of sub-process. */
export interface BpmnScope {
  readonly id: string;
  readonly element: ModdleElement;
  readonly kind: 'process' | 'subProcess' | 'eventSubProcess' | 'transaction' | 'adHocSubProcess';
  /** The scope around it; absent for a process. */
  readonly outer?: BpmnScope;
}

/** A flow node of an executable process, with what it touches. */
export interface BpmnNode {
  readonly id: string;
  /** Name in the standard without the prefix, e.g. `StartEvent`. */
  readonly type: string;
  readonly element: ModdleElement;
  readonly scope: BpmnScope;
  readonly incoming: readonly BpmnFlow[];
  readonly outgoing: readonly BpmnFlow[];
  /** Its event definitions, written on it or referred to. */
  readonly definitions: readonly ModdleElement[];
  /** The kinds of its event definitions, e.g. `Timer`. */
  readonly triggers: readonly string[];
}

/** A sequence flow of an executable process. */
export interface BpmnFlow {
  readonly id: string;
  readonly element: ModdleElement;
  readonly scope: BpmnScope;
  readonly source: ModdleElement | undefined;
  readonly target: ModdleElement | undefined;
  readonly hasCondition: boolean;
}

/** An association or another line without tokens, with what it joins. */
export interface BpmnAssociation {
  readonly source: ModdleElement | undefined;
  readonly target: ModdleElement | undefined;
}

/** A document as the constraints of the standard look at it; only what is meant to be executed. */
export interface BpmnModel {
  /** Everything in the document, by its type. */
  readonly elements: ReadonlyMap<string, readonly ModdleElement[]>;
  readonly scopes: readonly BpmnScope[];
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
  readonly associations: readonly BpmnAssociation[];
  nodeOf(element: ModdleElement | undefined): BpmnNode | undefined;
  /** The nodes that stand directly in a scope. */
  nodesIn(scope: BpmnScope): readonly BpmnNode[];
}

/** Looks at a parsed document once, so that every rule finds what it asks for. */
export function bpmnModel(root: ModdleElement, processes: readonly ModdleElement[]): BpmnModel {
  const scopes = processes.flatMap((process) => scopesFrom(process));
  const flows = scopes.flatMap(flowsIn);
  const ends = { incoming: grouped(flows, ({ target }) => target), outgoing: grouped(flows, ({ source }) => source) };
  const nodes = scopes.flatMap((scope) =>
    elementsOf(scope.element, 'flowElements')
      .filter(isFlowNode)
      .map((element) => nodeFrom(element, scope, ends)),
  );
  const byElement = new Map(nodes.map((node) => [node.element, node]));
  const byScope = grouped(nodes, (node) => node.scope);
  return {
    elements: grouped(elementsIn(root), ({ $type }) => $type),
    scopes,
    nodes,
    flows,
    associations: associationsIn(root, scopes),
    nodeOf: (element) => (element === undefined ? undefined : byElement.get(element)),
    nodesIn: (scope) => byScope.get(scope) ?? [],
  };
}

const typeOf = (element: ModdleElement): string => element.$type.replace('bpmn:', '');

const subProcessTypes = /^bpmn:(SubProcess|Transaction|AdHocSubProcess)$/;
const notNodes: ReadonlySet<string> = new Set([
  'SequenceFlow',
  'DataObject',
  'DataObjectReference',
  'DataStoreReference',
]);

const isFlowNode = (element: ModdleElement): boolean => !notNodes.has(typeOf(element));

function scopesFrom(element: ModdleElement, outer?: BpmnScope): readonly BpmnScope[] {
  const scope = { id: idOfElement(element), element, kind: scopeKind(element), ...(outer && { outer }) };
  const inner = elementsOf(element, 'flowElements').filter(({ $type }) => subProcessTypes.test($type));
  return [scope, ...inner.flatMap((subProcess) => scopesFrom(subProcess, scope))];
}

function scopeKind(element: ModdleElement): BpmnScope['kind'] {
  if (element.$type === 'bpmn:Process') return 'process';
  if (isSet(element, 'triggeredByEvent')) return 'eventSubProcess';
  if (element.$type === 'bpmn:Transaction') return 'transaction';
  return element.$type === 'bpmn:AdHocSubProcess' ? 'adHocSubProcess' : 'subProcess';
}

const flowsIn = (scope: BpmnScope): readonly BpmnFlow[] =>
  elementsOf(scope.element, 'flowElements')
    .filter(({ $type }) => $type === 'bpmn:SequenceFlow')
    .map((element) => ({
      id: idOfElement(element),
      element,
      scope,
      source: elementOf(element, 'sourceRef'),
      target: elementOf(element, 'targetRef'),
      hasCondition: elementOf(element, 'conditionExpression') !== undefined,
    }));

type FlowsByEnd = ReadonlyMap<ModdleElement | undefined, readonly BpmnFlow[]>;

function nodeFrom(
  element: ModdleElement,
  scope: BpmnScope,
  { incoming, outgoing }: { readonly incoming: FlowsByEnd; readonly outgoing: FlowsByEnd },
): BpmnNode {
  const definitions = ['eventDefinitions', 'eventDefinitionRef'].flatMap((name) => elementsOf(element, name));
  return {
    id: idOfElement(element),
    type: typeOf(element),
    element,
    scope,
    incoming: incoming.get(element) ?? [],
    outgoing: outgoing.get(element) ?? [],
    definitions,
    triggers: definitions.map((definition) => typeOf(definition).replace('EventDefinition', '')),
  };
}

/** Associations stand in a process, a sub-process or the collaboration that draws them. */
function associationsIn(root: ModdleElement, scopes: readonly BpmnScope[]): readonly BpmnAssociation[] {
  const collaborations = elementsOf(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Collaboration');
  return [...collaborations, ...scopes.map(({ element }) => element)]
    .flatMap((element) => elementsOf(element, 'artifacts'))
    .filter(({ $type }) => $type === 'bpmn:Association')
    .map((element) => ({ source: elementOf(element, 'sourceRef'), target: elementOf(element, 'targetRef') }));
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
