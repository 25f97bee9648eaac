import type { FlowNode, ProcessDefinition } from '../../engine/index.js';

/** Where a case may stand right after a task, before anything else is done: gateways, and the events that are waited for there. */
export function clockAfter({ nodes, flows }: ProcessDefinition, task: FlowNode): ReadonlySet<string> {
  const seen = new Set<string>();
  const after = targetsOf(task);
  // Grows while it is walked: what stands behind a gateway is looked at after it.
  for (const node of after) {
    if (seen.has(node.id) || !mayStandAt(node)) continue;
    seen.add(node.id);
    if (node.kind.endsWith('Gateway')) after.push(...targetsOf(node));
  }
  return seen;

  function targetsOf({ outgoing }: FlowNode): FlowNode[] {
    return outgoing.flatMap((flow) => nodes.get(flows.get(flow)?.target ?? '') ?? []);
  }
}

const mayStandAt = ({ kind }: FlowNode): boolean => kind.endsWith('Gateway') || kind === 'intermediateCatchEvent';
