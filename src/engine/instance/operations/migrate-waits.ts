import type { EventTrigger } from '../../definition/event-definition.js';
import type { FlowNode } from '../../definition/flow-node.js';
import type { ProcessDefinition } from '../../definition/process-definition.js';
import { openTrigger } from '../events/event-trigger.js';
import type { Migration } from './migration.js';
import type { OperationProblem } from '../commands/operation-rejection.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** A wait that is to begin in the new version; answers why it cannot. */
export type Beginning = () => OperationProblem | undefined;

/**
 * Gives up what the new version does not wait for, on the edges of activities and at the starts of event sub-processes, and
 * says which waits it has instead. What both versions wait for in the same way goes on as it is: its time, its key.
 */
export function moveWaits(work: WorkingCopy, migration: Migration): readonly Beginning[] {
  return [...work.instance().elements.values()].flatMap((element) => moveWaitsOf(work, migration, element));
}

function moveWaitsOf(work: WorkingCopy, migration: Migration, element: ElementInstance): readonly Beginning[] {
  const before = eventsAround(migration.from, element.node);
  const after = eventsAround(migration.to, migration.nameOf(element.node));
  const isBody = element.loopIndex !== undefined;
  const kept = (old: FlowNode): FlowNode | undefined =>
    after.find((now) => now.id === migration.nameOf(old.id) && triggerText(now) === triggerText(old));
  for (const old of before.filter((one) => kept(one) === undefined)) giveUp(work, element, old.id);

  const added = after.filter((now) => !before.some((old) => kept(old)?.id === now.id));
  return added.filter(({ kind }) => !isBody || kind === 'startEvent').map((now) => () => begin(work, element.id, now));
}

/** The events that wait for an element beside what it does itself. */
function eventsAround({ nodes, scopes }: ProcessDefinition, id: string): readonly FlowNode[] {
  const node = nodes.get(id);
  const edges = node !== undefined && 'boundaryEvents' in node ? node.boundaryEvents : [];
  const starts = (scopes.get(id)?.eventSubProcesses ?? []).flatMap((inner) => scopes.get(inner)?.startEvents ?? []);
  return [...edges, ...starts].flatMap((event) => nodes.get(event) ?? []);
}

/** What kind of event it is, with those in it: `timer`, `multiple timer message`. */
function triggerText(node: FlowNode): string {
  const trigger: EventTrigger | undefined = 'trigger' in node ? node.trigger : undefined;
  if (trigger?.kind !== 'multiple') return trigger?.kind ?? 'none';
  return ['multiple', ...trigger.triggers.map(({ kind }) => kind)].join(' ');
}

function giveUp(work: WorkingCopy, { id }: ElementInstance, node: string): void {
  for (const timer of work
    .groups()
    .timers.of(id)
    .filter((one) => one.node === node && one.purpose === 'event')) {
    work.record({ type: 'TimerCancelled', timerId: timer.id, node });
  }
  for (const one of work
    .groups()
    .subscriptions.of(id)
    .filter((waiting) => waiting.node === node)) {
    const type = one.kind === 'message' ? 'MessageUnsubscribed' : 'EventUnsubscribed';
    work.record({ type, subscriptionId: one.id, node });
  }
}

function begin(
  work: WorkingCopy,
  elementInstanceId: ElementInstance['id'],
  event: FlowNode,
): OperationProblem | undefined {
  const element = work.instance().elements.get(elementInstanceId);
  if (element?.phase !== 'activated' || !('trigger' in event) || event.trigger.kind === 'none') return undefined;

  const problem = openTrigger(work, element, { id: event.id, trigger: event.trigger });
  return problem && { element: event.id, reason: 'wait-not-opened', message: problem.message };
}
