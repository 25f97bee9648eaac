import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

const text = 'To personer må se på dette, og du har gjort det første av de to stegene. En annen må gjøre dette.';

/**
 * Why `who` may not do a task that the diagram wants done by somebody `otherThan` whoever last did one of the tasks it names, of those
 * of the same case; undefined where they may.
 */
export async function ruleOfFourEyes(
  { definitionSource, userTasks }: Pick<ApiPorts, 'definitionSource' | 'userTasks'>,
  { tenant, actor }: RequestActor,
  task: Pick<VisibleUserTask, 'node' | 'case'>,
): Promise<{ readonly text: string } | undefined> {
  const { id, process, version } = task.case;
  const definition = await definitionSource.load({ tenant, key: process, version });
  const otherThan = definition?.nodes.get(task.node)?.hint.otherThan;
  if (otherThan === undefined) return undefined;

  const named = new Set(otherThan.split(/\s+/));
  const before = (await userTasks.ofCases(tenant, [id])).filter(
    ({ node, state }) => named.has(node) && state === 'completed',
  );
  const last = before.toSorted((one, other) => (one.endedAt ?? '').localeCompare(other.endedAt ?? '')).at(-1);
  return last?.assignee === actor.id ? { text } : undefined;
}

/** Refuses the second of two steps to whoever did the first: 422. */
export async function requireFourEyes(...asked: Parameters<typeof ruleOfFourEyes>): Promise<void> {
  const rule = await ruleOfFourEyes(...asked);
  if (rule !== undefined) throw problem('four-eyes', { detail: rule.text });
}
