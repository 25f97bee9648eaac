import { compilerVersion } from '../../definition/compiler-version.js';
import type { FlowNode } from '../../definition/flow-node.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { elementsOf, idOfElement, present, textOf, type ModdleElement } from '../document/moddle-element.js';
import type { NodePlace } from './node-place.js';
import { readNode } from './read-node.js';
import { readTypes } from './read-types.js';
import type { Reading } from './reading.js';

// What a global task is when it stands in a process (BPMN 2.0.2 §10.3.7).
const taskTypes: ReadonlyMap<string, string> = new Map([
  ['bpmn:GlobalTask', 'bpmn:Task'],
  ['bpmn:GlobalUserTask', 'bpmn:UserTask'],
  ['bpmn:GlobalManualTask', 'bpmn:ManualTask'],
  ['bpmn:GlobalScriptTask', 'bpmn:ScriptTask'],
  ['bpmn:GlobalBusinessRuleTask', 'bpmn:BusinessRuleTask'],
]);

/** The global tasks of a document, each as a process of its own key that consists of the task alone. */
export const readGlobalTasks = (root: ModdleElement, reading: Reading): readonly UnversionedDefinition[] =>
  elementsOf(root, 'rootElements').flatMap((element) => {
    const type = taskTypes.get(element.$type);
    const definition = type === undefined ? undefined : readGlobalTask(asTask(element, type), reading);
    return definition === undefined ? [] : [definition];
  });

function readGlobalTask(task: ModdleElement, reading: Reading): UnversionedDefinition | undefined {
  const key = idOfElement(task);
  const [start, end, before, after] = [`${key}-start`, `${key}-end`, `${key}-before`, `${key}-after`];
  const place: NodePlace = {
    reading,
    process: key,
    scope: key,
    inEventSubProcess: false,
    incoming: [before],
    outgoing: [after],
    boundaryEvents: [],
  };
  const node = readNode(task, place);
  if (node === undefined) return undefined;

  const base = { name: '', scope: key, hint: {} };
  const nodes: readonly FlowNode[] = [
    { kind: 'startEvent', id: start, ...base, incoming: [], outgoing: [before], trigger: { kind: 'none' } },
    node,
    { kind: 'endEvent', id: end, ...base, incoming: [after], outgoing: [], result: { kind: 'none' } },
  ];
  const flows = [
    { id: before, name: '', source: start, target: key },
    { id: after, name: '', source: key, target: end },
  ];
  const scope = { id: key, nodes: [start, key, end], startEvents: [start], eventSubProcesses: [], variables: [] };
  return {
    key,
    name: textOf(task, 'name') ?? key,
    compilerVersion,
    hint: { readers: [], family: 'shared' },
    scopes: new Map([[key, scope]]),
    nodes: new Map(nodes.map((one) => [one.id, one])),
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    ...present('types', readTypes(task)),
  };
}

// A global task has the parts of a task, but calls the language of its script otherwise.
function asTask(element: ModdleElement, type: string): ModdleElement {
  const get = (name: string): unknown => {
    if (name === 'startQuantity' || name === 'completionQuantity') return 1;
    return element.get(name === 'scriptFormat' ? 'scriptLanguage' : name);
  };
  return { $type: type, get, set: (name, value) => element.set(name, value) };
}
