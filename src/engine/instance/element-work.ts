import type { Id } from '../../shared/id.js';
import type { ElementInstance } from './process-instance.js';
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
  for (const { id, node } of subscriptions.of(elementInstanceId)) {
    work.record({ type: 'MessageUnsubscribed', subscriptionId: id, node });
  }
  for (const { id, node } of jobs.of(elementInstanceId)) {
    work.record({ type: 'JobCancelled', jobId: id, node });
  }
  for (const { id, node } of incidents.of(elementInstanceId)) {
    work.record({ type: 'IncidentResolved', incidentId: id, node, by: work.command.actor.id });
  }
}

/** Ends an element before its time, with everything that lives in it (BPMN 2.0.2 §13.3.2). Its own token stays. */
export function terminateElement(work: WorkingCopy, element: ElementInstance): void {
  const { id, node, calledInstanceId } = element;
  for (const child of work.groups().children.of(id)) terminateElement(work, child);
  for (const token of work.groups().tokens.of(id)) {
    work.record({ type: 'TokenConsumed', tokenId: token.id, node: token.node });
  }
  withdrawWork(work, id);
  if (calledInstanceId !== undefined) work.record({ type: 'CalledProcessCancelled', calledInstanceId, node });
  work.record({ type: 'ElementEnded', elementInstanceId: id, node, how: 'terminated' });
}
