import { createMachine, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { FlowNode } from '../definition/flow-node.js';
import type { ProcessDefinition, Scope } from '../definition/process-definition.js';
import type { SequenceFlow } from '../definition/sequence-flow.js';
import { holds } from './condition.js';

/** A token takes one step at a time; a machine that takes more by itself is a defect in the compiler. */
const maxIterations = 100;

/** The event by which a token leaves a node that chooses one way. */
export const choose = 'choose';

/** The event by which a token takes one way of a node that may give several. */
export const take = (flow: string): string => `take ${flow}`;

/** One scope as a flat machine: a state per node, a transition per sequence flow. */
export interface CompiledScope {
  readonly machine: AnyStateMachine;
  /** A token that stands on a node, as the machine sees it; undefined for a node of another scope. */
  standingOn(node: string): AnyMachineSnapshot | undefined;
}

/** Compiles the nodes and flows of one scope. Guards and actions are named by their flow; actions are only data. */
export function compileScope(definition: ProcessDefinition, scope: Scope): CompiledScope {
  const nodes = scope.nodes.flatMap((id) => definition.nodes.get(id) ?? []);
  const flows = nodes.flatMap((node) => outgoingFlows(definition, node));
  const machine = createMachine(
    {
      id: scope.id,
      // A token is always placed by hand; XState only asks that some state be named.
      initial: stateOf(scope.startEvents[0] ?? scope.nodes[0] ?? ''),
      context: {},
      states: Object.fromEntries(nodes.map((node) => [stateOf(node.id), { on: waysOf(definition, node) }])),
      options: { maxIterations },
    },
    {
      guards: Object.fromEntries(flows.map((flow) => [flow.id, ({ event }) => holds(flow.condition, event['sight'])])),
    },
  );
  return { machine, standingOn: standingIn(machine, new Set(scope.nodes)) };
}

// A token knows no more than its node, so that one snapshot per node is enough. It is resolved when it is first asked
// for: XState looks through every state of the machine to resolve one.
function standingIn(machine: AnyStateMachine, nodes: ReadonlySet<string>): CompiledScope['standingOn'] {
  const resolved = new Map<string, AnyMachineSnapshot>();
  return (node) => {
    const known = resolved.get(node);
    if (known !== undefined || !nodes.has(node)) return known;
    const snapshot = machine.resolveState({ value: stateOf(node), context: {} });
    resolved.set(node, snapshot);
    return snapshot;
  };
}

/** The sequence flows out of a node, in the order of the diagram. */
export function outgoingFlows(definition: ProcessDefinition, node: FlowNode): readonly SequenceFlow[] {
  return node.outgoing.flatMap((id) => definition.flows.get(id) ?? []);
}

/** The flow that is taken when no condition holds (BPMN 2.0.2 §8.4.13). */
export const defaultFlowOf = (node: FlowNode): string | undefined =>
  'defaultFlow' in node ? node.defaultFlow : undefined;

// XState reads a dot as a path into nested states; XML ids may hold dots but never blanks.
const stateOf = (node: string): string => node.replaceAll('.', ' ');

interface Way {
  readonly target: string;
  readonly reenter: true;
  readonly actions: string;
  readonly guard?: string;
}

function waysOf(definition: ProcessDefinition, node: FlowNode): Readonly<Record<string, readonly Way[]>> {
  const flows = outgoingFlows(definition, node);
  const isDefault = (flow: SequenceFlow): boolean => flow.id === defaultFlowOf(node);
  // A parallel gateway gives a token to every way, whatever is written on it (BPMN 2.0.2 §10.6.4).
  const wayBy = (flow: SequenceFlow): Way => {
    const way = { target: stateOf(flow.target), reenter: true, actions: flow.id } as const;
    const isFree = flow.condition === undefined || isDefault(flow) || node.kind === 'parallelGateway';
    return isFree ? way : { ...way, guard: flow.id };
  };
  if (node.kind !== 'exclusiveGateway') return Object.fromEntries(flows.map((flow) => [take(flow.id), [wayBy(flow)]]));
  const inOrder = [...flows.filter((flow) => !isDefault(flow)), ...flows.filter(isDefault)];
  return { [choose]: inOrder.map(wayBy) };
}
