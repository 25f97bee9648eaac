import { innerScope } from '../definition/inner-scope.js';
import type { FlowNode } from '../definition/flow-node.js';
import { labelOf } from '../definition/node-label.js';
import type { UnversionedDefinition } from '../definition/process-definition.js';
import { stateKey, toState, type ChartState, type Statechart } from './chart-state.js';
import { parallelBlockAt, type ParallelBlock, type ParallelBranch } from './parallel-block.js';
import { waysOnOf } from './ways-on.js';

/**
 * The process as one hierarchical statechart for Stately's tools (engine design §2.10): sub-processes are compound
 * states, structured parallel blocks are parallel states. What has no such form (joins of unstructured parts, events that
 * start a way of their own, several tokens on one way) is drawn flat and named.
 */
export function exportStatechart(definition: UnversionedDefinition): Statechart {
  const flat: string[] = [];
  const draw = (nodes: ReadonlySet<string>): Readonly<Record<string, ChartState>> => {
    const blocks = outermostBlocks(definition, nodes);
    const inside = new Set(blocks.flatMap(({ branches }) => branches.flatMap((branch) => [...branch.nodes])));
    const drawn = [...nodes].filter((id) => !inside.has(id)).flatMap((id) => definition.nodes.get(id) ?? []);
    const stateOf = (node: FlowNode): ChartState => {
      const block = blocks.find(({ split }) => split === node.id);
      if (block !== undefined) return parallelState(node, block, draw);
      const state = innerScope(definition, node.id) === undefined ? {} : scopeIn(definition, node.id, draw);
      if (isFlat(definition, node)) flat.push(node.id);
      return { ...simpleState(definition, node), ...state };
    };
    return Object.fromEntries(drawn.map((node) => [stateKey(node.id), stateOf(node)]));
  };
  const whole = scopeIn(definition, definition.key, draw);
  return { chart: { id: stateKey(definition.key), description: definition.name, ...whole }, flat };
}

type Draw = (nodes: ReadonlySet<string>) => Readonly<Record<string, ChartState>>;

function scopeIn({ scopes, nodes }: UnversionedDefinition, id: string, draw: Draw): ChartState {
  const scope = scopes.get(id);
  if (scope === undefined) return {};
  const first =
    scope.startEvents[0] ?? scope.nodes.find((node) => nodes.get(node)?.incoming.length === 0) ?? scope.nodes[0];
  return { ...(first === undefined ? {} : { initial: stateKey(first) }), states: draw(new Set(scope.nodes)) };
}

function outermostBlocks(definition: UnversionedDefinition, nodes: ReadonlySet<string>): readonly ParallelBlock[] {
  const found = [...nodes].flatMap((id) => {
    const node = definition.nodes.get(id);
    return (node && parallelBlockAt(definition, node)) ?? [];
  });
  const isInside = (split: string): boolean =>
    found.some(({ branches }) => branches.some((branch) => branch.nodes.has(split)));
  return found.filter(({ split }) => !isInside(split));
}

function parallelState(split: FlowNode, { join, branches }: ParallelBlock, draw: Draw): ChartState {
  const regions = branches.map(
    (branch) => [stateKey(`${split.id} ${branch.first}`), region(branch, join, draw)] as const,
  );
  return {
    id: stateKey(split.id),
    type: 'parallel',
    description: labelOf(split),
    states: Object.fromEntries(regions),
    onDone: [{ target: toState(join) }],
  };
}

/** One branch; what leads to the join leads to the end of the region instead. */
function region({ first, nodes }: ParallelBranch, join: string, draw: Draw): ChartState {
  const end = `${stateKey(first)} done`;
  const states = redirected(draw(nodes), toState(join), `#${end}`);
  return { initial: stateKey(first), states: { ...states, [end]: { id: end, type: 'final' } } };
}

function redirected(
  states: Readonly<Record<string, ChartState>>,
  from: string,
  to: string,
): Readonly<Record<string, ChartState>> {
  const text = JSON.stringify(states).replaceAll(`"target":${JSON.stringify(from)}`, `"target":${JSON.stringify(to)}`);
  return JSON.parse(text);
}

function simpleState(definition: UnversionedDefinition, node: FlowNode): ChartState {
  const named = { id: stateKey(node.id), description: labelOf(node) };
  const tags = isFlat(definition, node) ? { tags: ['flat'] } : {};
  if (node.outgoing.length === 0) return { ...named, ...tags, type: 'final' };
  return { ...named, ...tags, ...waysOnOf(definition, node) };
}

/** Whether a node stands for more than one token, or for a wait for several: what no single state can be. */
function isFlat(definition: UnversionedDefinition, node: FlowNode): boolean {
  if (node.kind === 'parallelGateway') return node.outgoing.length > 1 || !isJoinOfBlock(definition, node);
  if (node.kind === 'inclusiveGateway' || node.kind === 'complexGateway' || node.kind === 'eventSubProcess')
    return true;
  if (node.kind === 'boundaryEvent') return !node.interrupting;
  return 'multiInstance' in node && node.multiInstance !== undefined;
}

const isJoinOfBlock = (definition: UnversionedDefinition, join: FlowNode): boolean =>
  [...definition.nodes.values()].some((node) => parallelBlockAt(definition, node)?.join === join.id);
