import type { JournalEntry, ProcessInstanceDetail } from '../../contract/process-instance.contract.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';

/** The tasks in a case that are a reader's own. */
export type OwnTasks = readonly Pick<UserTaskRow, 'id' | 'node'>[];

/**
 * The case page of somebody whose way to the case is a task: their tasks with their deadlines. How far the rest has come, who works there,
 * what it waits for and what went wrong is left out; letters and other cases are shown by rules of their own.
 */
export function detailOfTasks(detail: ProcessInstanceDetail, own: OwnTasks): ProcessInstanceDetail {
  const nodes = nodesOf(own);
  const ids = new Set<string>(own.map(({ id }) => id));
  return {
    ...detail,
    sees: 'tasks',
    activeNodes: detail.activeNodes.filter((node) => nodes.has(node)),
    completedNodes: detail.completedNodes.filter((node) => nodes.has(node)),
    text: detail.text.filter(({ node }) => nodes.has(node)),
    tasks: detail.tasks.filter(({ id }) => ids.has(id)),
    timers: detail.timers.filter(({ node }) => nodes.has(node)),
    waitingFor: [],
    incidents: [],
  };
}

/** What happened with their tasks, and nothing else of the case. */
export function journalOfTasks(entries: readonly JournalEntry[], own: OwnTasks): JournalEntry[] {
  const nodes = nodesOf(own);
  return entries.filter(({ node }) => node !== null && nodes.has(node));
}

const nodesOf = (own: OwnTasks): ReadonlySet<string> => new Set(own.map(({ node }) => node));
