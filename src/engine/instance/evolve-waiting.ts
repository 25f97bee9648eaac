import type { ProcessEvent } from './process-event.js';
import type { ProcessInstance } from './process-instance.js';
import { withChanged, withEntry, withoutEntry } from './with-entry.js';

/** Facts about what an instance waits for beside people: timers, messages, jobs, and operators. */
export type WaitingEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'TimerScheduled'
      | 'TimerFired'
      | 'TimerCancelled'
      | 'MessageSubscribed'
      | 'MessageCorrelated'
      | 'MessageUnsubscribed'
      | 'JobCreated'
      | 'JobCompleted'
      | 'JobFailed'
      | 'JobCancelled'
      | 'IncidentRaised'
      | 'IncidentResolved';
  }
>;

/** Folds a fact about a timer, a message, a job or an incident. */
export function evolveWaiting(instance: ProcessInstance, event: WaitingEvent): ProcessInstance {
  const { timers, subscriptions, jobs, incidents } = instance;
  switch (event.type) {
    case 'TimerScheduled':
      return { ...instance, timers: withEntry(timers, event.timer.id, event.timer) };
    case 'TimerFired':
    case 'TimerCancelled':
      return { ...instance, timers: withoutEntry(timers, event.timerId) };
    case 'MessageSubscribed':
      return { ...instance, subscriptions: withEntry(subscriptions, event.subscription.id, event.subscription) };
    case 'MessageCorrelated':
    case 'MessageUnsubscribed':
      return { ...instance, subscriptions: withoutEntry(subscriptions, event.subscriptionId) };
    case 'JobCreated':
      return { ...instance, jobs: withEntry(jobs, event.job.id, event.job) };
    case 'JobFailed':
      return {
        ...instance,
        jobs: withChanged(jobs, event.jobId, (job) => ({ ...job, failures: job.failures + 1 })),
      };
    case 'JobCompleted':
    case 'JobCancelled':
      return { ...instance, jobs: withoutEntry(jobs, event.jobId) };
    case 'IncidentRaised':
      return { ...instance, incidents: withEntry(incidents, event.incident.id, event.incident) };
    case 'IncidentResolved':
      return { ...instance, incidents: withoutEntry(incidents, event.incidentId) };
  }
}
