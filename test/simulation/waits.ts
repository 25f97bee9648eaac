import type { ProcessDefinition, ProcessInstance, Subscription } from '../../src/engine/index.js';
import type { Id } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import type { PlayedCommand } from '../support/case-player.js';
import { firstName } from './plan.js';

/** One thing that an instance waits for, by the name that the oracle has for it, and what satisfies it. */
export interface Wait {
  readonly key: string;
  /** Absent for a called process: its end is told by an effect. */
  readonly command?: (variables: JsonObject) => PlayedCommand;
  readonly dueAt?: string;
  /** Only for a task. */
  readonly of?: Id<'UserTask'>;
  /** Whether everybody who waits for it on this node hears it at once. */
  readonly isSignal?: true;
  /** Whether it is a condition, which nobody tells that it has occurred. */
  readonly isCondition?: true;
  /** Only for a called process. */
  readonly call?: Id<'ElementInstance'>;
}

/** Everything that an instance waits for. */
export function waitsOf(instance: ProcessInstance, definition: ProcessDefinition): readonly Wait[] {
  const key = (one: Pick<Subscription, 'node' | 'part' | 'elementInstanceId'>): string =>
    `${firstName(one.node)}${one.part === undefined ? '' : `#${one.part}`}${pathOf(instance, definition, one.elementInstanceId)}`;
  const { userTasks, jobs, timers, subscriptions, elements, incidents } = instance;
  return [
    ...[...userTasks.values()].map((task) => ({
      key: key(task),
      of: task.id,
      command: (variables: JsonObject): PlayedCommand => ({ type: 'CompleteUserTask', userTaskId: task.id, variables }),
    })),
    ...[...jobs.values()].map((job) => ({
      key: key(job),
      command: (variables: JsonObject): PlayedCommand => ({ type: 'CompleteJob', jobId: job.id, variables }),
    })),
    ...[...timers.values()].map((timer) => ({
      key: key(timer),
      dueAt: timer.dueAt,
      command: (): PlayedCommand => ({ type: 'TriggerTimer', timerId: timer.id }),
    })),
    ...[...subscriptions.values()].map((one) => ({
      key: key(one),
      ...(one.kind === 'signal' ? { isSignal: true as const } : {}),
      ...(one.kind === 'condition' ? { isCondition: true as const } : {}),
      command: (variables: JsonObject): PlayedCommand => commandFor(one, variables),
    })),
    ...[...incidents.values()]
      .filter(({ jobId }) => jobId === undefined)
      .map((incident) => ({
        key: key({ ...incident, node: `${incident.node}!` }),
        command: (variables: JsonObject): PlayedCommand => ({
          type: 'ResolveIncident',
          incidentId: incident.id,
          variables,
        }),
      })),
    ...[...elements.values()]
      .filter((element) => element.calledInstanceId !== undefined)
      .map((element) => ({ key: key({ node: element.node, elementInstanceId: element.id }), call: element.id })),
  ];
}

function commandFor(one: Subscription, variables: JsonObject): PlayedCommand {
  if (one.kind === 'signal') return { type: 'ReceiveSignal', signal: one.signal, variables };
  if (one.kind === 'condition') return { type: 'SetVariables', variables };
  return { type: 'CorrelateMessage', subscriptionId: one.id, variables };
}

/** The numbers of the multi-instance bodies that an element stands in, from the outside in. */
function pathOf(
  instance: ProcessInstance,
  definition: ProcessDefinition,
  id: Id<'ElementInstance'> | undefined,
): string {
  const element = id === undefined ? undefined : instance.elements.get(id);
  if (element === undefined) return '';
  const node = definition.nodes.get(element.node);
  const isBody = element.loopIndex !== undefined && node !== undefined && 'multiInstance' in node;
  return `${pathOf(instance, definition, element.parentId)}${isBody ? `/${element.loopIndex}` : ''}`;
}
