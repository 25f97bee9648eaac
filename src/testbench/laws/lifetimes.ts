import type { ProcessEvent } from '../../engine/index.js';

/**
 * Whether each id is given once and each thing ends once: nothing is begun, moved or completed that is not alive. An
 * element lives again only to be undone, as its compensation record says; an element may be activated anew while it lives.
 */
export function brokenLifetime(journal: readonly ProcessEvent[]): string | undefined {
  const given = new Set<string>();
  const alive = new Set<string>();
  const undoable = new Set<string>();
  for (const event of journal) {
    const again = 'element' in event ? event.element.id : undefined;
    if (again !== undefined && (alive.has(again) || undoable.has(again))) {
      alive.add(again);
      continue;
    }
    for (const id of bornBy(event)) {
      if (given.has(id)) return `an id was given twice: ${id}`;
      given.add(id);
      alive.add(id);
    }
    if (event.type === 'CompensationRecorded') undoable.add(event.record.elementInstanceId);
    const ended = endedBy(event) ?? movedBy(event);
    if (ended !== undefined && !alive.has(ended)) return `${event.type} of what is not alive: ${ended}`;
    if (endedBy(event) !== undefined && ended !== undefined) alive.delete(ended);
  }
  return undefined;
}

function bornBy(event: ProcessEvent): readonly string[] {
  switch (event.type) {
    case 'ProcessInstanceStarted':
      return [event.root.id];
    case 'TokenCreated':
      return [event.token.id];
    case 'ElementActivated':
      return [event.element.id];
    case 'UserTaskCreated':
      return [event.task.id];
    case 'TimerScheduled':
      return [event.timer.id];
    case 'MessageSubscribed':
    case 'EventSubscribed':
      return [event.subscription.id];
    case 'JobCreated':
      return [event.job.id];
    case 'IncidentRaised':
      return [event.incident.id];
    case 'CompensationRecorded':
      return [event.record.id];
    default:
      return sentBy(event);
  }
}

/** What goes out has an id too, so that it arrives once. */
function sentBy(event: ProcessEvent): readonly string[] {
  switch (event.type) {
    case 'CalledProcessRequested':
      return [event.calledInstanceId];
    case 'MessageThrown':
      return [event.messageId];
    case 'SignalThrown':
      return [event.signalId];
    case 'EscalatedToCaller':
      return [event.escalationId];
    default:
      return [];
  }
}

function endedBy(event: ProcessEvent): string | undefined {
  switch (event.type) {
    case 'TokenConsumed':
      return event.tokenId;
    case 'ElementEnded':
      return event.elementInstanceId;
    case 'UserTaskCompleted':
    case 'UserTaskCancelled':
      return event.userTaskId;
    case 'TimerFired':
    case 'TimerCancelled':
      return event.timerId;
    case 'MessageCorrelated':
    case 'MessageUnsubscribed':
    case 'EventOccurred':
    case 'EventUnsubscribed':
      return event.subscriptionId;
    case 'JobCompleted':
    case 'JobCancelled':
      return event.jobId;
    case 'IncidentResolved':
      return event.incidentId;
    case 'CompensationForgotten':
      return event.recordId;
    default:
      return undefined;
  }
}

function movedBy(event: ProcessEvent): string | undefined {
  switch (event.type) {
    case 'TokenMoved':
    case 'NodeEntered':
    case 'NodeCompleted':
      return event.tokenId;
    case 'ElementPhaseChanged':
    case 'ElementProgressed':
    case 'VariablesSet':
    case 'MultiInstanceProgressed':
      return event.elementInstanceId;
    default:
      return undefined;
  }
}
