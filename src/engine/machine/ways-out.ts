import { transition } from 'xstate';
import type { FlowNode } from '../definition/flow-node.js';
import type { SequenceFlow } from '../definition/sequence-flow.js';
import { evaluate } from '../expression/evaluate.js';
import type { Sight } from '../expression/sight.js';
import type { CompiledProcess } from './compile-process.js';
import { choose, defaultFlowOf, outgoingFlows, take } from './compile-scope.js';

/** The flows that a token takes when it leaves a node, or why it cannot. No flows: the token ends here. */
export type WaysOut =
  | { readonly ok: true; readonly flows: readonly SequenceFlow[] }
  | { readonly ok: false; readonly code: 'NO_FLOW' | 'EXPRESSION'; readonly message: string };

/**
 * Where a token goes from a node (BPMN 2.0.2 §13.3.1–13.4.2): one way out of an exclusive gateway, every way whose
 * condition holds out of anything else, the default flow when none holds.
 */
export function waysOut(process: CompiledProcess, node: FlowNode, sight: Sight): WaysOut {
  if (node.outgoing.length === 0) return { ok: true, flows: [] };
  const known = unconditionalWays.get(node);
  if (known !== undefined) return known;

  const ways = askMachine(process, node, sight);
  if (ways.ok && isUnconditional(process, node)) unconditionalWays.set(node, ways);
  return ways;
}

/** Where a node without conditions leads is always the same: its machine is asked once. */
const unconditionalWays = new WeakMap<FlowNode, WaysOut>();

const isUnconditional = (process: CompiledProcess, node: FlowNode): boolean =>
  node.kind === 'parallelGateway' ||
  outgoingFlows(process.definition, node).every(({ condition }) => condition === undefined);

function askMachine(process: CompiledProcess, node: FlowNode, sight: Sight): WaysOut {
  try {
    const flows = node.kind === 'exclusiveGateway' ? chosen(process, node, sight) : taken(process, node, sight);
    if (flows.length > 0) return { ok: true, flows };
  } catch (error) {
    return failingCondition(process, node, sight) ?? rethrow(error);
  }
  const message = `Expected a sequence flow out of '${node.id}' whose condition holds, or a default flow, but there is none`;
  return { ok: false, code: 'NO_FLOW', message };
}

const chosen = (process: CompiledProcess, node: FlowNode, sight: Sight): readonly SequenceFlow[] =>
  step(process, node, { type: choose, sight });

function taken(process: CompiledProcess, node: FlowNode, sight: Sight): readonly SequenceFlow[] {
  const defaultFlow = defaultFlowOf(node);
  const takeFlow = (flow: string): readonly SequenceFlow[] => step(process, node, { type: take(flow), sight });
  const flows = node.outgoing.filter((flow) => flow !== defaultFlow).flatMap(takeFlow);
  return flows.length > 0 || defaultFlow === undefined ? flows : takeFlow(defaultFlow);
}

interface TokenEvent {
  readonly type: string;
  readonly sight: Sight;
}

/** Moves one token by XState's pure `transition()`; the action that comes out names the flow it took. */
function step(process: CompiledProcess, node: FlowNode, event: TokenEvent): readonly SequenceFlow[] {
  const scope = process.scopes.get(node.scope);
  const standing = scope?.standingOn(node.id);
  if (scope === undefined || standing === undefined) throw new Error(`Expected node '${node.id}' to be compiled`);

  const [, actions] = transition(scope.machine, standing, event);
  return actions.flatMap((action) => process.definition.flows.get(action.type) ?? []);
}

// XState wraps what a guard throws in a text of its own; the reader wants to know which condition and why.
function failingCondition(process: CompiledProcess, node: FlowNode, sight: Sight): WaysOut | undefined {
  for (const flow of outgoingFlows(process.definition, node)) {
    const evaluation = flow.condition === undefined ? undefined : evaluate(flow.condition, sight.variables, sight);
    if (evaluation === undefined || evaluation.ok) continue;
    return { ok: false, code: 'EXPRESSION', message: `${evaluation.message} (sequence flow '${flow.id}')` };
  }
  return undefined;
}

function rethrow(error: unknown): never {
  throw error;
}
