import type { ProcessEvent } from '../../engine/index.js';

/** The node that an event is about; undefined for what concerns the whole case. */
export function nodeOfEvent(event: ProcessEvent): string | undefined {
  if ('node' in event) return event.node;
  switch (event.type) {
    case 'TokenCreated':
      return event.token.node;
    case 'ElementActivated':
      return event.element.node;
    case 'UserTaskCreated':
      return event.task.node;
    case 'TimerScheduled':
      return event.timer.node;
    case 'MessageSubscribed':
      return event.subscription.node;
    case 'JobCreated':
      return event.job.node;
    case 'IncidentRaised':
      return event.incident.node;
    default:
      return undefined;
  }
}
