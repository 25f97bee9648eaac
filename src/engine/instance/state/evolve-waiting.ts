import { changedJob } from './changed-job.js';
import type { MapEditor } from './map-editor.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { ProcessInstance, TimerInstance } from './process-instance.js';

/** Facts about what an instance waits for or keeps beside people and events: timers, jobs, operators, what can be undone. */
export type WaitingEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'TimerScheduled'
      | 'TimerFired'
      | 'TimerCancelled'
      | 'TimerMoved'
      | 'JobCreated'
      | 'JobCompleted'
      | 'JobLeased'
      | 'JobFailed'
      | 'JobCancelled'
      | 'IncidentRaised'
      | 'IncidentResolved'
      | 'CompensationRecorded'
      | 'CompensationForgotten';
  }
>;

/** Folds a fact about a timer, a job, an incident or a compensation record. */
export function evolveWaiting(edit: MapEditor, instance: ProcessInstance, event: WaitingEvent): ProcessInstance {
  const { timers, jobs, incidents, compensations } = instance;
  switch (event.type) {
    case 'TimerScheduled':
      return { ...instance, timers: edit.withEntry(timers, event.timer.id, event.timer) };
    case 'TimerFired':
    case 'TimerCancelled':
      return { ...instance, timers: edit.withoutEntry(timers, event.timerId) };
    case 'TimerMoved':
      return { ...instance, timers: edit.withChanged(timers, event.timerId, (timer) => movedTimer(timer, event)) };
    case 'JobCreated':
      return { ...instance, jobs: edit.withEntry(jobs, event.job.id, event.job) };
    case 'JobLeased':
    case 'JobFailed':
      return { ...instance, jobs: edit.withChanged(jobs, event.jobId, (job) => changedJob(job, event)) };
    case 'JobCompleted':
    case 'JobCancelled':
      return { ...instance, jobs: edit.withoutEntry(jobs, event.jobId) };
    case 'IncidentRaised':
      return { ...instance, incidents: edit.withEntry(incidents, event.incident.id, event.incident) };
    case 'IncidentResolved':
      return { ...instance, incidents: edit.withoutEntry(incidents, event.incidentId) };
    case 'CompensationRecorded':
      return { ...instance, compensations: edit.withEntry(compensations, event.record.id, event.record) };
    case 'CompensationForgotten':
      return { ...instance, compensations: edit.withoutEntry(compensations, event.recordId) };
  }
}

type TimerMoved = Extract<WaitingEvent, { readonly type: 'TimerMoved' }>;

function movedTimer(timer: TimerInstance, { dueAt, deadline, held, at }: TimerMoved): TimerInstance {
  const { heldSince: _heldSince, ...free } = timer;
  return { ...free, dueAt, deadline, ...(held ? { heldSince: at } : {}) };
}
