import type { ProcessDefinition } from '../../engine/index.js';
import type { JournalRow } from '../../runtime/read-ports.js';
import type { Instant } from '../../shared/time.js';

/** The journal of a case, told apart by the stage it was in. */
export interface StageVisits {
  readonly current: number;
  /** When each stage was first reached. */
  readonly reachedAt: ReadonlyMap<number, Instant>;
  readonly rows: ReadonlyMap<number, readonly JournalRow[]>;
}

// An application is in the system once it is sent: what comes before is told by other processes.
const firstStage = 3;

/** Which stage each event of the journal belongs to. A node's stage begins when the node is entered. */
export function stageVisits(rows: readonly JournalRow[], definition: ProcessDefinition): StageVisits {
  const reachedAt = new Map<number, Instant>();
  const byStage = new Map<number, JournalRow[]>();
  let current = firstStage;
  for (const row of rows) {
    if (row.event.type === 'NodeEntered') current = definition.nodes.get(row.event.node)?.hint.stage ?? current;
    if (!reachedAt.has(current)) reachedAt.set(current, row.event.at);
    byStage.set(current, [...(byStage.get(current) ?? []), row]);
  }
  return { current, reachedAt, rows: byStage };
}

/** Nodes that begin stage `stage`, and nodes that begin a later one. */
export function stageNodes(definition: ProcessDefinition, stage: number) {
  const nodes = [...definition.nodes.values()];
  return {
    from: nodes.filter(({ hint }) => hint.stage === stage).map(({ id }) => id),
    to: nodes.filter(({ hint }) => (hint.stage ?? 0) > stage).map(({ id }) => id),
  };
}
