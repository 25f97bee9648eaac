import type { FlowNode, ProcessDefinition } from '../../engine/index.js';

/**
 * The letters (templates) whose arrival a task of the diagram waits for: those that were sent last on each way to it. No task for a person
 * stands between, so that an older letter of the case is not taken for one of them.
 */
export function lettersAwaited({ nodes, flows }: ProcessDefinition, task: FlowNode): ReadonlySet<string> {
  const letters = new Set<string>();
  const seen = new Set([task.id]);
  const before = sourcesOf(task);
  // Grows while it is walked: what stands before a gateway is looked at after it.
  for (const node of before) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    const letter = node.kind === 'serviceTask' ? node.headers['brev'] : undefined;
    if (letter !== undefined) letters.add(letter);
    else if (node.kind.endsWith('Gateway')) before.push(...sourcesOf(node));
  }
  return letters;

  function sourcesOf({ incoming }: FlowNode): FlowNode[] {
    return incoming.flatMap((flow) => nodes.get(flows.get(flow)?.source ?? '') ?? []);
  }
}
