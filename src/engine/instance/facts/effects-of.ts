import { hasTwoClocks } from '../../calendar/deadline.js';
import { effectsOfCall } from './call-effects.js';
import type { Effect } from './effect.js';
import type { ProcessEvent } from './process-event.js';
import type { UserTaskInstance } from '../state/process-instance.js';

/** What the outside world must be asked to do once `event` is committed. */
export function effectsOf(event: ProcessEvent): readonly Effect[] {
  switch (event.type) {
    case 'TimerScheduled': {
      const { id: timerId, dueAt } = event.timer;
      return [{ type: 'ScheduleTimer', key: `schedule-${timerId}`, timerId, dueAt }];
    }
    case 'TimerCancelled':
      return [{ type: 'CancelTimer', key: `cancel-${event.timerId}`, timerId: event.timerId }];
    case 'TimerMoved':
      return [movedAlarm(event)];
    case 'JobCreated':
      return [jobAsked(event)];
    case 'UserTaskCreated':
      return taskOpened(event.task);
    case 'UserTaskReminded':
    case 'DeadlineBreached':
      return [rung(event)];
    case 'MessageThrown':
      return [published(event)];
    case 'SignalThrown': {
      const { signalId, signal, variables } = event;
      return [{ type: 'BroadcastSignal', key: `signal-${signalId}`, signal, variables }];
    }
    case 'CalledProcessRequested':
    case 'CalledProcessCancelled':
    case 'EscalatedToCaller':
    case 'ProcessInstanceFailed':
    case 'ProcessInstanceCompleted':
    case 'ProcessInstanceCancelled':
      return effectsOfCall(event);
    default:
      return effectsOfOperation(event);
  }
}

function effectsOfOperation(event: ProcessEvent): readonly Effect[] {
  switch (event.type) {
    case 'UserTaskAssigned':
    case 'UserTaskDelegated':
      return [handedOver(event)];
    case 'TimerChanged': {
      const { timerId, dueAt, at } = event;
      return [{ type: 'ScheduleTimer', key: `changed-${timerId}-${at}-${dueAt}`, timerId, dueAt }];
    }
    case 'ProcessInstanceResumed':
      return event.overdue.map(({ timerId, dueAt }) => {
        return { type: 'ScheduleTimer', key: `resume-${timerId}-${event.at}`, timerId, dueAt };
      });
    default:
      return [];
  }
}

function jobAsked({ job, variables }: Extract<ProcessEvent, { readonly type: 'JobCreated' }>): Effect {
  const { id: jobId, type: jobType, node, headers, retries, retryAfter } = job;
  const terms = { ...(retries === undefined ? {} : { retries }), ...(retryAfter === undefined ? {} : { retryAfter }) };
  return { type: 'CreateJob', key: `job-${jobId}`, jobId, jobType, node, headers, variables, ...terms };
}

/** The first word about a task: to the one who got it, or to those who may take it. */
function taskOpened(task: UserTaskInstance): readonly Effect[] {
  const { id: userTaskId, node, name: taskName, assignee, candidateGroups: groups, deadline, participation } = task;
  if (assignee === undefined && groups.length === 0) return [];
  const notify = {
    type: 'Notify',
    key: `opened-${userTaskId}`,
    userTaskId,
    node,
    taskName,
    ...(deadline === undefined ? {} : { deadline }),
    ...(participation === undefined ? {} : { participation }),
  } as const;
  return assignee === undefined
    ? [{ ...notify, kind: 'task-available', to: { groups } }]
    : [{ ...notify, kind: 'task-assigned', to: { actor: assignee } }];
}

type HandoverEvent = Extract<ProcessEvent, { readonly type: 'UserTaskAssigned' | 'UserTaskDelegated' }>;

function handedOver({ userTaskId, node, name: taskName, assignee: actor, revision }: HandoverEvent): Effect {
  const key = `handed-${userTaskId}-${revision}`;
  return { type: 'Notify', key, kind: 'task-assigned', userTaskId, node, taskName, to: { actor } };
}

function movedAlarm({ timerId, dueAt, held, at }: Extract<ProcessEvent, { readonly type: 'TimerMoved' }>): Effect {
  const key = `moved-${timerId}-${at}`;
  return held ? { type: 'CancelTimer', key, timerId } : { type: 'ScheduleTimer', key, timerId, dueAt };
}

type RungEvent = Extract<ProcessEvent, { readonly type: 'UserTaskReminded' | 'DeadlineBreached' }>;

function rung(event: RungEvent): Effect {
  const { userTaskId, timerId, node, name: taskName, deadline, participation } = event;
  return {
    type: 'Notify',
    key: `rung-${timerId}`,
    kind: kindOf(event),
    userTaskId,
    node,
    taskName,
    to: whoHears(event),
    ...(deadline === undefined ? {} : { deadline }),
    ...(participation === undefined ? {} : { participation }),
    ...('notice' in event && event.notice !== undefined ? { notice: event.notice } : {}),
  };
}

// Where both clocks end together, that is said once.
function kindOf(event: RungEvent): Extract<Effect, { readonly type: 'Notify' }>['kind'] {
  if (event.type === 'UserTaskReminded') return event.kind;
  return event.clock === 'legal' && hasTwoClocks(event.deadline) ? 'legal-breach' : 'breach';
}

const relations = ['leader', 'owner', 'substitute'] as const;

// Work that nobody has taken is everybody's: the candidate groups hear what the assignee would have heard.
function whoHears({
  to,
  assignee,
  candidateGroups = [],
}: RungEvent): Extract<Effect, { readonly type: 'Notify' }>['to'] {
  const relation = relations.find((one) => one === to);
  if (relation !== undefined)
    return { relation, unit: candidateGroups, ...(assignee === undefined ? {} : { assignee }) };
  if (to !== 'assignee') return { groups: [to] };
  return assignee === undefined ? { groups: candidateGroups } : { actor: assignee };
}

type MessageEvent = Extract<ProcessEvent, { readonly type: 'MessageThrown' }>;

function published({ messageId, message, correlationKey, targets, variables }: MessageEvent): Effect {
  const key = correlationKey === undefined ? {} : { correlationKey };
  return { type: 'PublishMessage', key: `message-${messageId}`, messageId, message, ...key, targets, variables };
}
