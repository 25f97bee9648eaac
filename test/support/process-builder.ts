import type {
  BoundaryEvent,
  BusinessRuleTask,
  DeclaredVariable,
  EventResult,
  EventTrigger,
  FlowNode,
  FeelSource,
  ProcessDefinition,
  ProcessHint,
  Scope,
  ScriptTask,
  SendTask,
  SequenceFlow,
} from '../../src/engine/index.js';

interface Place {
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly boundaryEvents: readonly string[];
}

/** A node of a process in the making: where it stands is filled in when the process is built. */
export interface NodeSketch {
  readonly id: string;
  readonly attachedTo?: string;
  readonly inside?: ScopeSketch;
  readonly build: (place: Place) => FlowNode;
}

/** A sequence flow in the making; its id is `<source>-<target>` unless one is given. */
export interface FlowSketch {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: FeelSource;
}

/** The nodes and flows of a process or sub-process in the making. */
export interface ScopeSketch {
  readonly nodes: readonly NodeSketch[];
  readonly flows: readonly FlowSketch[];
  readonly variables?: readonly DeclaredVariable[];
}

type Placed = 'kind' | 'id' | 'scope' | 'incoming' | 'outgoing' | 'boundaryEvents' | 'attachedTo';
type Options<Kind extends FlowNode['kind']> = Partial<Omit<Extract<FlowNode, { kind: Kind }>, Placed>>;

const nodeParts = (id: string, { scope, incoming, outgoing }: Place) =>
  ({ id, name: id, hint: {}, scope, incoming, outgoing }) as const;
const activityParts = (id: string, place: Place) =>
  ({ ...nodeParts(id, place), inputs: [], outputs: [], boundaryEvents: place.boundaryEvents }) as const;
const none: EventTrigger = { kind: 'none' };

/** A start event; without a trigger it is a none start event. */
export const startEvent = (
  id: string,
  trigger: EventTrigger = none,
  options: Options<'startEvent'> = {},
): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'startEvent', ...nodeParts(id, place), trigger, ...options }),
});

/** An end event; without a result it is a none end event. */
export const endEvent = (
  id: string,
  result: EventResult = { kind: 'none' },
  options: Options<'endEvent'> = {},
): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'endEvent', ...nodeParts(id, place), result, ...options }),
});

export const throwEvent = (
  id: string,
  result: EventResult,
  options: Options<'intermediateThrowEvent'> = {},
): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'intermediateThrowEvent', ...nodeParts(id, place), result, ...options }),
});

export const sendTask = (id: string, options: Pick<SendTask, 'result'> & Options<'sendTask'>): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'sendTask', ...activityParts(id, place), ...options }),
});

/** Waits for the message of its own id unless said otherwise. */
export const receiveTask = (id: string, options: Options<'receiveTask'> = {}): NodeSketch => ({
  id,
  build: (place) => ({
    kind: 'receiveTask',
    ...activityParts(id, place),
    trigger: { kind: 'message', message: id },
    ...options,
  }),
});

export const scriptTask = (id: string, options: Pick<ScriptTask, 'work'> & Options<'scriptTask'>): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'scriptTask', ...activityParts(id, place), ...options }),
});

export const businessRuleTask = (
  id: string,
  options: Pick<BusinessRuleTask, 'work'> & Options<'businessRuleTask'>,
): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'businessRuleTask', ...activityParts(id, place), ...options }),
});

/** A user task for the group `hvk` unless said otherwise. */
export const userTask = (id: string, options: Options<'userTask'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'userTask', ...activityParts(id, place), candidateGroups: ['hvk'], ...options }),
});

/** A service task whose job type is its id unless said otherwise. */
export const serviceTask = (id: string, options: Options<'serviceTask'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'serviceTask', ...activityParts(id, place), jobType: id, headers: {}, ...options }),
});

export const manualTask = (id: string, options: Options<'manualTask'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'manualTask', ...activityParts(id, place), ...options }),
});

export const noneTask = (id: string, options: Options<'task'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'task', ...activityParts(id, place), ...options }),
});

export const callActivity = (id: string, calledProcess: string, options: Options<'callActivity'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'callActivity', ...activityParts(id, place), calledProcess, ...options }),
});

export const subProcess = (id: string, inside: ScopeSketch, options: Options<'subProcess'> = {}): NodeSketch => ({
  id,
  inside,
  build: (place) => ({ kind: 'subProcess', ...activityParts(id, place), ...options }),
});

export const transaction = (id: string, inside: ScopeSketch, options: Options<'transaction'> = {}): NodeSketch => ({
  id,
  inside,
  build: (place) => ({ kind: 'transaction', ...activityParts(id, place), ...options }),
});

/** A sub-process that begins when its start event occurs in the scope around it. */
export const eventSubProcess = (
  id: string,
  inside: ScopeSketch,
  options: Options<'eventSubProcess'> = {},
): NodeSketch => ({
  id,
  inside,
  build: (place) => ({ kind: 'eventSubProcess', ...activityParts(id, place), ...options }),
});

/** Parallel unless said otherwise. */
export const adHocSubProcess = (
  id: string,
  inside: ScopeSketch,
  options: Options<'adHocSubProcess'> = {},
): NodeSketch => ({
  id,
  inside,
  build: (place) => ({ kind: 'adHocSubProcess', ...activityParts(id, place), ordering: 'parallel', ...options }),
});

export const exclusiveGateway = (id: string, options: Options<'exclusiveGateway'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'exclusiveGateway', ...nodeParts(id, place), ...options }),
});

export const parallelGateway = (id: string): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'parallelGateway', ...nodeParts(id, place) }),
});

export const inclusiveGateway = (id: string, options: Options<'inclusiveGateway'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'inclusiveGateway', ...nodeParts(id, place), ...options }),
});

export const complexGateway = (id: string, options: Options<'complexGateway'> = {}): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'complexGateway', ...nodeParts(id, place), ...options }),
});

/** A gateway whose way is chosen by the first event; it starts no process unless said otherwise. */
export const eventBasedGateway = (id: string, options: Options<'eventBasedGateway'> = {}): NodeSketch => ({
  id,
  build: (place) => ({
    kind: 'eventBasedGateway',
    ...nodeParts(id, place),
    instantiate: false,
    parallel: false,
    ...options,
  }),
});

export const catchEvent = (
  id: string,
  trigger: EventTrigger,
  options: Options<'intermediateCatchEvent'> = {},
): NodeSketch => ({
  id,
  build: (place) => ({ kind: 'intermediateCatchEvent', ...nodeParts(id, place), trigger, ...options }),
});

/** An event on the edge of an activity; interrupting unless said otherwise. */
export const boundaryEvent = (
  id: string,
  attachedTo: string,
  options: Pick<BoundaryEvent, 'trigger'> & Options<'boundaryEvent'>,
): NodeSketch => ({
  id,
  attachedTo,
  build: (place) => ({ kind: 'boundaryEvent', ...nodeParts(id, place), attachedTo, interrupting: true, ...options }),
});

/** A sequence flow `<source>-<target>`, taken when `condition` holds. */
export const flow = (source: string, target: string, condition?: FeelSource): FlowSketch => ({
  id: `${source}-${target}`,
  source,
  target,
  ...(condition === undefined ? {} : { condition }),
});

/** Sequence flows from node to node in the order given. */
export const inOrder = (...ids: readonly string[]): readonly FlowSketch[] =>
  ids.slice(1).map((target, index) => flow(ids[index] ?? '', target));

/** A deployed definition, version 1, built from sketches. */
export function buildProcess(key: string, sketch: ScopeSketch, hint: Partial<ProcessHint> = {}): ProcessDefinition {
  const built: Built = { scopes: new Map(), nodes: new Map(), flows: new Map() };
  addScope(built, key, sketch);
  return { key, name: key, version: 1, compilerVersion: 1, hint: { readers: [], family: 'shared', ...hint }, ...built };
}

interface Built {
  readonly scopes: Map<string, Scope>;
  readonly nodes: Map<string, FlowNode>;
  readonly flows: Map<string, SequenceFlow>;
}

function addScope(built: Built, id: string, sketch: ScopeSketch, parent?: string): void {
  const startEvents: string[] = [];
  const eventSubProcesses: string[] = [];
  built.scopes.set(id, {
    id,
    ...(parent === undefined ? {} : { parent }),
    nodes: sketch.nodes.map((node) => node.id),
    startEvents,
    eventSubProcesses,
    variables: sketch.variables ?? [],
  });
  for (const one of sketch.flows) built.flows.set(one.id, { name: '', ...one });
  for (const node of sketch.nodes) {
    const ready = node.build({
      scope: id,
      incoming: sketch.flows.filter((one) => one.target === node.id).map((one) => one.id),
      outgoing: sketch.flows.filter((one) => one.source === node.id).map((one) => one.id),
      boundaryEvents: sketch.nodes.filter((one) => one.attachedTo === node.id).map((one) => one.id),
    });
    built.nodes.set(node.id, ready);
    if (ready.kind === 'startEvent') startEvents.push(node.id);
    if (ready.kind === 'eventSubProcess') eventSubProcesses.push(node.id);
    if (node.inside !== undefined) addScope(built, node.id, node.inside, id);
  }
}
