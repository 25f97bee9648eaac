import { describeProcess } from '../../engine/index.js';
import type { DescribedNode, ProcessDefinition, ProcessInstance } from '../../engine/index.js';
import type { JournalRow } from '../../runtime/read-ports.js';

/** A line of the diagram's text twin, with how far the case has come there. */
export interface DiagramTextLine extends DescribedNode {
  readonly status: 'not-reached' | 'active' | 'completed';
  readonly times: number;
}

/** Where a case stands in its diagram. */
export interface DiagramProgress {
  readonly activeNodes: readonly string[];
  readonly completedNodes: readonly string[];
  readonly text: readonly DiagramTextLine[];
}

/** What the diagram and its text twin show of a case. */
export function diagramProgress(
  definition: ProcessDefinition | undefined,
  snapshot: ProcessInstance | undefined,
  journal: readonly JournalRow[],
): DiagramProgress {
  const active = new Set([...(snapshot?.tokens.values() ?? [])].map(({ node }) => node));
  const entered = new Map<string, number>();
  const completed = new Set<string>();
  for (const { event } of journal) {
    if (event.type === 'NodeEntered') entered.set(event.node, (entered.get(event.node) ?? 0) + 1);
    if (event.type === 'NodeCompleted') completed.add(event.node);
  }
  const lines = definition === undefined ? [] : describeProcess(definition);
  return {
    activeNodes: [...active],
    completedNodes: [...completed],
    text: lines.map((line) => {
      const times = entered.get(line.node) ?? 0;
      return { ...line, times, status: active.has(line.node) ? 'active' : times > 0 ? 'completed' : 'not-reached' };
    }),
  };
}
