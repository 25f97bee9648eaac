import type { ProcessEvent } from './process-event.js';
import type { ProcessInstance } from './process-instance.js';
import { withChanged, withEntry, withoutEntry } from './with-entry.js';

/** Facts about what an instance waits for or keeps beside people and events: timers, jobs, operators, what can be undone. */
export type WaitingEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'TimerScheduled'
      | 'TimerFired'
      | 'TimerCancelled'
      | 'JobCreated'
      | 'JobCompleted'
      | 'JobFailed'
      | 'JobCancelled'
      | 'IncidentRaised'
      | 'IncidentResolved'
      | 'CompensationRecorded'
      | 'CompensationForgotten';
  }
>;

/** Folds a fact about a timer, a job, an incident or a compensation record. */
export function evolveWaiting(instance: ProcessInstance, event: WaitingEvent): ProcessInstance {
  const { timers, jobs, incidents, compensations } = instance;
  switch (event.type) {
    case 'TimerScheduled':
      return { ...instance, timers: withEntry(timers, event.timer.id, event.timer) };
    case 'TimerFired':
    case 'TimerCancelled':
      return { ...instance, timers: withoutEntry(timers, event.timerId) };
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
    case 'CompensationRecorded':
      return { ...instance, compensations: withEntry(compensations, event.record.id, event.record) };
    case 'CompensationForgotten':
      return { ...instance, compensations: withoutEntry(compensations, event.recordId) };
  }
}
