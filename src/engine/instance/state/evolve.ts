import type { Id } from '../../../shared/id.js';
import { evolveElements, type ElementEvent } from './evolve-elements.js';
import { evolveTokens, type TokenEvent } from './evolve-tokens.js';
import { evolveUserTasks, type UserTaskFact } from './evolve-user-tasks.js';
import { evolveSubscriptions, type SubscriptionEvent } from './evolve-subscriptions.js';
import { evolveWaiting, type WaitingEvent } from './evolve-waiting.js';
import { copyingEditor, type MapEditor } from './map-editor.js';
import { createOwningEditor } from './owning-editor.js';
import { evolveOperations } from './evolve-operations.js';
import type { OperationEvent } from '../facts/operation-event.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { ProcessInstance } from './process-instance.js';

type StartedEvent = Extract<ProcessEvent, { readonly type: 'ProcessInstanceStarted' }>;
type EndedEvent = Extract<
  ProcessEvent,
  { readonly type: 'ProcessInstanceCompleted' | 'ProcessInstanceCancelled' | 'ProcessInstanceFailed' }
>;
type OpenWorkEvent = UserTaskFact | SubscriptionEvent | WaitingEvent;
type InnerEvent = TokenEvent | ElementEvent | OpenWorkEvent | OperationEvent | EndedEvent;

/** Folds one fact into the snapshot. The only way in which a snapshot comes to be; never refuses, never decides. */
export function evolve(instance: ProcessInstance | undefined, event: ProcessEvent): ProcessInstance {
  return evolveBy(copyingEditor, instance, event);
}

/** Folds all facts of a decision: the same snapshot as one after the other gives, at the cost of a single copy. */
export function evolveAll(
  instance: ProcessInstance | undefined,
  events: readonly ProcessEvent[],
): ProcessInstance | undefined {
  const known = outcomes.get(events);
  if (known !== undefined && known.before === instance) return known.after;

  const edit = createOwningEditor();
  return events.reduce<ProcessInstance | undefined>((grown, event) => evolveBy(edit, grown, event), instance);
}

interface Outcome {
  readonly before: ProcessInstance | undefined;
  readonly after: ProcessInstance;
}

const outcomes = new WeakMap<readonly ProcessEvent[], Outcome>();

/** Keeps what a decision's facts have led to, so that whoever folds this very list need not do it a second time. */
export function rememberOutcome(events: readonly ProcessEvent[], outcome: Outcome): void {
  outcomes.set(events, outcome);
}

/** Folds one fact by an editor that may own the maps of `instance`. */
export function evolveBy(edit: MapEditor, instance: ProcessInstance | undefined, event: ProcessEvent): ProcessInstance {
  if (event.type === 'ProcessInstanceStarted') return started(event);
  if (instance === undefined) throw new Error(`Expected a started process instance, but '${event.type}' came first`);

  const revision = instance.revision + 1;
  const lastId = Math.max(instance.lastId, highestId(event));
  const folded = evolveInner(edit, instance, event);
  if (folded === instance) return { ...instance, revision, lastId };
  // What was folded is nobody else's yet: it can be counted in place, without a second copy.
  return Object.assign(folded, { revision, lastId });
}

function evolveInner(edit: MapEditor, instance: ProcessInstance, event: InnerEvent): ProcessInstance {
  switch (event.type) {
    case 'TokenCreated':
    case 'TokenMoved':
    case 'TokenConsumed':
      return evolveTokens(edit, instance, event);
    case 'NodeEntered':
    case 'NodeCompleted':
    case 'ElementActivated':
    case 'ElementPhaseChanged':
    case 'ElementEnded':
    case 'MultiInstanceProgressed':
    case 'MultiInstanceExtended':
    case 'AdHocElementsChosen':
    case 'VariablesSet':
    case 'CalledProcessRequested':
    case 'CalledProcessCancelled':
    case 'EscalatedToCaller':
    case 'ElementProgressed':
    case 'EventThrown':
    case 'EventCaught':
      return evolveElements(edit, instance, event);
    case 'ProcessInstanceCompleted':
    case 'ProcessInstanceCancelled':
    case 'ProcessInstanceFailed':
      return ended(instance, event);
    case 'ProcessInstanceSuspended':
    case 'ProcessInstanceResumed':
    case 'CaseLookedAt':
    case 'ReasonGiven':
    case 'TimerChanged':
    case 'ProcessInstanceModified':
    case 'ProcessInstanceMigrated':
      return evolveOperations(edit, instance, event);
    default:
      return evolveOpenWork(edit, instance, event);
  }
}

/** What waits for somebody or something. */
function evolveOpenWork(edit: MapEditor, instance: ProcessInstance, event: OpenWorkEvent): ProcessInstance {
  switch (event.type) {
    case 'UserTaskCreated':
    case 'UserTaskClaimed':
    case 'UserTaskAssigned':
    case 'UserTaskDelegated':
    case 'UserTaskResolved':
    case 'UserTaskProgressed':
    case 'UserTaskRejected':
    case 'UserTaskChanged':
    case 'UserTaskUnclaimed':
    case 'UserTaskCompleted':
    case 'UserTaskCancelled':
    case 'UserTaskReminded':
    case 'DeadlineBreached':
    case 'DeadlinePaused':
    case 'DeadlineResumed':
    case 'DeadlineExtended':
      return evolveUserTasks(edit, instance, event);
    case 'MessageSubscribed':
    case 'MessageCorrelated':
    case 'MessageUnsubscribed':
    case 'MessageThrown':
    case 'SignalThrown':
    case 'EventSubscribed':
    case 'EventOccurred':
    case 'EventUnsubscribed':
    case 'ConditionAsked':
      return evolveSubscriptions(edit, instance, event);
    default:
      return evolveWaiting(edit, instance, event);
  }
}

function started(event: StartedEvent): ProcessInstance {
  const { processInstanceId, definition, title, subject, businessKey, caller, root } = event;
  return {
    id: processInstanceId,
    definition,
    ...(businessKey === undefined ? {} : { businessKey }),
    title,
    ...(subject === undefined ? {} : { subject }),
    ...(caller === undefined ? {} : { caller }),
    state: 'active',
    startedAt: event.at,
    revision: 1,
    lastId: numberOf(root.id),
    tokens: new Map(),
    elements: new Map([[root.id, root]]),
    userTasks: new Map(),
    timers: new Map(),
    subscriptions: new Map(),
    jobs: new Map(),
    incidents: new Map(),
    compensations: new Map(),
  };
}

function ended(instance: ProcessInstance, event: EndedEvent): ProcessInstance {
  const state = event.type === 'ProcessInstanceCompleted' ? 'completed' : 'cancelled';
  return { ...instance, state, endedAt: event.at, finalVariables: event.variables };
}

/** The number of the id that an event hands out; 0 when it hands out none. */
function highestId(event: ProcessEvent): number {
  switch (event.type) {
    case 'TokenCreated':
      return numberOf(event.token.id);
    case 'ElementActivated':
      return numberOf(event.element.id);
    case 'UserTaskCreated':
      return numberOf(event.task.id);
    case 'TimerScheduled':
      return numberOf(event.timer.id);
    case 'MessageSubscribed':
    case 'EventSubscribed':
      return numberOf(event.subscription.id);
    case 'JobCreated':
      return numberOf(event.job.id);
    case 'CalledProcessRequested':
      return numberOf(event.calledInstanceId);
    case 'EscalatedToCaller':
      return numberOf(event.escalationId);
    case 'IncidentRaised':
      return numberOf(event.incident.id);
    case 'CompensationRecorded':
      return numberOf(event.record.id);
    case 'MessageThrown':
      return numberOf(event.messageId);
    case 'SignalThrown':
      return numberOf(event.signalId);
    default:
      return 0;
  }
}

const numberOf = (id: Id<string>): number => Number(id.slice(id.lastIndexOf('-') + 1));
