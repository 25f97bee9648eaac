import type { Id } from '../../../shared/id.js';
import { endCompensation, forgetRecords, rememberCompletion } from '../compensation/compensation-record.js';
import type { ElementInstance, Subscription } from '../state/process-instance.js';
import type { WorkingCopy } from './working-copy.js';

/** Takes back everything that an element still has open outside itself: tasks, timers, messages, jobs, incidents. */
export function withdrawWork(work: WorkingCopy, elementInstanceId: Id<'ElementInstance'>): void {
  const { userTasks, timers, subscriptions, jobs, incidents } = work.groups();
  for (const { id, node } of userTasks.of(elementInstanceId)) {
    work.record({ type: 'UserTaskCancelled', userTaskId: id, node });
  }
  for (const { id, node } of timers.of(elementInstanceId)) {
    work.record({ type: 'TimerCancelled', timerId: id, node });
  }
  for (const subscription of subscriptions.of(elementInstanceId)) unsubscribe(work, subscription);
  for (const { id, node } of jobs.of(elementInstanceId)) {
    work.record({ type: 'JobCancelled', jobId: id, node });
  }
  for (const { id, node } of incidents.of(elementInstanceId)) {
    work.record({ type: 'IncidentResolved', incidentId: id, node, by: work.command.actor.id });
  }
}

/** Ends an element whose work is done. Its own token stays. */
export function endElement(work: WorkingCopy, element: ElementInstance): void {
  const { id, node } = element;
  rememberCompletion(work, element);
  withdrawWork(work, id);
  work.record({ type: 'ElementEnded', elementInstanceId: id, node, how: 'completed' });
}

/** Ends an element before its time, with everything that lives in it (BPMN 2.0.2 §13.3.2). Its own token stays. */
export function terminateElement(work: WorkingCopy, element: ElementInstance): void {
  const { id, node, calledInstanceId } = element;
  terminateInside(work, id);
  withdrawWork(work, id);
  if (calledInstanceId !== undefined) work.record({ type: 'CalledProcessCancelled', calledInstanceId, node });
  work.record({ type: 'ElementEnded', elementInstanceId: id, node, how: 'terminated' });
  forgetRecords(work, id);
  endCompensation(work, element);
}

/** Ends everything that lives and moves in a scope, before its time; the scope itself stays alive. */
export function terminateInside(work: WorkingCopy, scopeInstanceId: Id<'ElementInstance'>): void {
  for (const child of work.groups().children.of(scopeInstanceId)) terminateElement(work, child);
  for (const token of work.groups().tokens.of(scopeInstanceId)) {
    work.record({ type: 'TokenConsumed', tokenId: token.id, node: token.node });
  }
}

/**
 * Ends everything in a scope that stays alive, and what it would still have begun: the rest of an ad-hoc sub-process, and
 * complex gateways that wait for more.
 */
export function emptyScope(work: WorkingCopy, scopeInstanceId: Id<'ElementInstance'>): void {
  terminateInside(work, scopeInstanceId);
  const scope = work.instance().elements.get(scopeInstanceId);
  const { adHoc, resetting } = scope?.progress ?? {};
  if (scope === undefined || (adHoc ?? resetting) === undefined) return;

  const progress = {
    ...(adHoc === undefined ? {} : { adHoc: { waiting: [], hasBegun: true, isOver: true } as const }),
    ...(resetting === undefined ? {} : { resetting: {} }),
  };
  work.record({ type: 'ElementProgressed', elementInstanceId: scope.id, node: scope.node, progress });
}

/** Stops waiting for the event of one node for an element; what else the element waits for goes on. */
export function withdrawWaits(
  work: WorkingCopy,
  elementInstanceId: Id<'ElementInstance'>,
  isMeant: (node: string) => boolean,
): void {
  const { timers, subscriptions } = work.groups();
  for (const { id, node, purpose } of timers.of(elementInstanceId)) {
    if (purpose === 'event' && isMeant(node)) work.record({ type: 'TimerCancelled', timerId: id, node });
  }
  for (const one of subscriptions.of(elementInstanceId)) if (isMeant(one.node)) unsubscribe(work, one);
}

function unsubscribe(work: WorkingCopy, { kind, id, node }: Subscription): void {
  work.record({ type: kind === 'message' ? 'MessageUnsubscribed' : 'EventUnsubscribed', subscriptionId: id, node });
}
