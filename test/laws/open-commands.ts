import type { ProcessInstance } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import { kari, type PlayedCommand } from '../support/case-player.js';

/** Every command that the outside could give now: people, handlers, timers, messages, called processes, operators. */
export function openCommands(instance: ProcessInstance, variables: JsonObject): readonly PlayedCommand[] {
  return [...work(instance, variables), ...timersOf(instance), ...trouble(instance, variables)];
}

/** What brings a case on: first what waits for somebody; else, in turn, the alarms and messages that may come again. */
export function helpfulCommand(
  instance: ProcessInstance,
  variables: JsonObject,
  turn: number,
): PlayedCommand | undefined {
  const [resolve] = [...instance.incidents.keys()];
  if (resolve !== undefined) return { type: 'ResolveIncident', incidentId: resolve, variables };

  const useful = work(instance, variables).filter(({ type }) => type !== 'UnclaimUserTask');
  const once = useful.find(({ type }) => !mayComeAgain.has(type));
  const again = [...timersOf(instance), ...useful.filter(({ type }) => mayComeAgain.has(type))];
  return once ?? again[turn % again.length];
}

const mayComeAgain: ReadonlySet<PlayedCommand['type']> = new Set([
  'CorrelateMessage',
  'ReceiveSignal',
  'TriggerElement',
]);

/** The alarms that are set, first one first. */
const timersOf = (instance: ProcessInstance): readonly PlayedCommand[] =>
  [...instance.timers.values()]
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
    .map((timer) => ({ type: 'TriggerTimer', timerId: timer.id }));

function work(instance: ProcessInstance, variables: JsonObject): readonly PlayedCommand[] {
  const { userTasks, subscriptions, jobs, elements } = instance;
  return [
    ...[...userTasks.values()].flatMap(({ id: userTaskId, assignee }): readonly PlayedCommand[] =>
      assignee === undefined
        ? [{ type: 'ClaimUserTask', userTaskId }]
        : [
            { type: 'CompleteUserTask', userTaskId, variables, actor: { ...kari, id: assignee } },
            { type: 'UnclaimUserTask', userTaskId, actor: { ...kari, id: assignee } },
          ],
    ),
    ...[...subscriptions.values()].map((one): PlayedCommand => {
      if (one.kind === 'message') return { type: 'CorrelateMessage', subscriptionId: one.id, variables };
      if (one.kind === 'signal') return { type: 'ReceiveSignal', signal: one.signal, variables };
      return { type: 'TriggerElement', elementInstanceId: one.elementInstanceId, node: one.node, variables };
    }),
    ...[...jobs.keys()].map((jobId) => ({ type: 'CompleteJob', jobId, variables }) as const),
    ...[...elements.values()]
      .filter((element) => element.calledInstanceId !== undefined)
      .map((element) => ({ type: 'CompleteCalledProcess', elementInstanceId: element.id, variables }) as const),
  ];
}

function trouble(instance: ProcessInstance, variables: JsonObject): readonly PlayedCommand[] {
  const { incidents, jobs, elements } = instance;
  const calls = [...elements.values()].filter((element) => element.calledInstanceId !== undefined);
  return [
    ...[...incidents.keys()].flatMap((incidentId): readonly PlayedCommand[] => [
      { type: 'ResolveIncident', incidentId },
      { type: 'ResolveIncident', incidentId, variables },
    ]),
    ...[...jobs.keys()].map((jobId) => ({ type: 'FailJob', jobId, message: 'it failed' }) as const),
    ...[...jobs.keys()].flatMap((jobId): readonly PlayedCommand[] => [
      { type: 'ThrowError', jobId, code: 'F', variables },
      { type: 'Escalate', jobId, code: 'E', variables },
    ]),
    ...calls.map(({ id }) => ({ type: 'ThrowErrorInCaller', elementInstanceId: id, code: 'F', variables }) as const),
    ...calls.map(({ id }) => ({ type: 'EscalateInCaller', elementInstanceId: id, code: 'E', variables }) as const),
    ...calls.map(({ id }) => ({ type: 'FailCalledProcess', elementInstanceId: id, message: 'unknown' }) as const),
    { type: 'TriggerTimer', timerId: idOf('sak-0') },
    { type: 'CompleteJob', jobId: idOf('sak-0'), variables },
  ];
}
