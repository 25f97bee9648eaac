import type { FlowNode, ProcessDefinition } from '../../engine/index.js';

/** One line of the diagram's text twin. */
export interface DiagramTextLine {
  readonly node: string;
  readonly kind: FlowNode['kind'];
  readonly name: string;
  readonly depth: number;
  readonly status: 'not-reached' | 'active' | 'completed';
  readonly times: number;
  readonly next: readonly string[];
}

/** How often each node was entered, and where tokens stand now. */
export interface DiagramProgress {
  readonly entered: ReadonlyMap<string, number>;
  readonly active: ReadonlySet<string>;
}

const unnamed: Readonly<Record<FlowNode['kind'], string>> = {
  startEvent: 'Start',
  endEvent: 'Slutt',
  userTask: 'Oppgave',
  serviceTask: 'Automatisk steg',
  manualTask: 'Manuelt steg',
  task: 'Steg',
  exclusiveGateway: 'Veivalg',
  parallelGateway: 'Parallelle løp',
  intermediateCatchEvent: 'Venter',
  boundaryEvent: 'Avbrudd',
  subProcess: 'Delprosess',
  callActivity: 'Egen prosess',
};

/** What people call a node: its name in the diagram, or what kind of step it is. */
export const nodeName = (node: FlowNode): string => (node.name === '' ? unnamed[node.kind] : node.name);

/** Everything the diagram shows, as lines in the order in which a reader follows the flow. */
export function diagramText(definition: ProcessDefinition, progress: DiagramProgress): readonly DiagramTextLine[] {
  return linesOf({ definition, progress }, definition.key, 0);
}

interface Drawing {
  readonly definition: ProcessDefinition;
  readonly progress: DiagramProgress;
}

function linesOf(drawing: Drawing, scopeId: string, depth: number): readonly DiagramTextLine[] {
  const scope = drawing.definition.scopes.get(scopeId);
  if (scope === undefined) return [];

  return readingOrder(drawing.definition, scope.startEvents, scope.nodes).flatMap((node) => [
    lineOf(drawing, node, depth),
    ...(node.kind === 'subProcess' ? linesOf(drawing, node.id, depth + 1) : []),
  ]);
}

/** Breadth first from the start events; an event on the edge of an activity follows its activity. */
function readingOrder(
  definition: ProcessDefinition,
  starts: readonly string[],
  all: readonly string[],
): readonly FlowNode[] {
  const order = new Set<string>();
  for (const first of [...starts, ...all]) {
    const waiting = [first];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const node = definition.nodes.get(id);
      if (node === undefined || order.has(id)) continue;

      order.add(id);
      if ('boundaryEvents' in node) waiting.push(...node.boundaryEvents);
      waiting.push(...targetsOf(definition, node));
    }
  }
  return [...order].flatMap((id) => definition.nodes.get(id) ?? []);
}

const targetsOf = (definition: ProcessDefinition, node: FlowNode): readonly string[] =>
  node.outgoing.flatMap((flow) => definition.flows.get(flow)?.target ?? []);

function lineOf({ definition, progress }: Drawing, node: FlowNode, depth: number): DiagramTextLine {
  const times = progress.entered.get(node.id) ?? 0;
  const status = progress.active.has(node.id) ? 'active' : times > 0 ? 'completed' : 'not-reached';
  return {
    node: node.id,
    kind: node.kind,
    name: nodeName(node),
    depth,
    status,
    times,
    next: node.outgoing.flatMap((flow) => wayOn(definition, flow)),
  };
}

function wayOn(definition: ProcessDefinition, flowId: string): readonly string[] {
  const flow = definition.flows.get(flowId);
  const target = flow === undefined ? undefined : definition.nodes.get(flow.target);
  if (flow === undefined || target === undefined) return [];
  const condition = flow.name === '' ? '' : `${flow.name}: `;
  return [`${condition}Går videre til ${nodeName(target)}.`];
}
