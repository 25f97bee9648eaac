import type { ParticipationUse } from '../definition/activity-parts.js';
import type { TimerSchedule } from '../definition/event-definition.js';
import { isActivity, type FlowNode } from '../definition/flow-node.js';
import type { UnversionedDefinition } from '../definition/process-definition.js';
import { scheduleOf } from './schedule-of.js';

/** A FEEL source and the element that it stands on. */
export interface PlacedExpression {
  readonly element: string;
  readonly source: string;
}

/** Every expression in a process. */
export function expressionsOf({ key, hint, nodes, flows }: UnversionedDefinition): readonly PlacedExpression[] {
  const placed = (element: string, sources: readonly (string | undefined)[]): readonly PlacedExpression[] =>
    sources.filter((source) => source !== undefined).map((source) => ({ element, source }));

  return [
    ...placed(key, [hint.title]),
    ...[...nodes.values()].flatMap((node) => placed(node.id, sourcesOf(node))),
    ...[...flows.values()].flatMap((flow) => placed(flow.id, [flow.condition])),
  ];
}

function sourcesOf(node: FlowNode): readonly (string | undefined)[] {
  const trigger = 'trigger' in node && node.trigger.kind === 'message' ? node.trigger.correlationKey : undefined;
  const schedule = scheduleOf(node);
  const task =
    node.kind === 'userTask' ? [node.assignee, node.title, node.deadline?.from, codeSourceOf(node.participation)] : [];
  return [trigger, schedule && sourceOf(schedule), ...task, ...sourcesOfActivity(node)];
}

const codeSourceOf = (participation: ParticipationUse | undefined): string | undefined =>
  participation?.code.startsWith('=') === true ? participation.code.slice(1) : undefined;

const sourceOf = (schedule: TimerSchedule): string | undefined =>
  schedule.kind === 'deadline' ? schedule.deadline.from : schedule.expression;

function sourcesOfActivity(node: FlowNode): readonly (string | undefined)[] {
  if (!isActivity(node)) return [];
  const { inputs, outputs, multiInstance } = node;
  const loop = multiInstance && [
    multiInstance.collection,
    multiInstance.outputElement,
    multiInstance.completionCondition,
  ];
  return [...[...inputs, ...outputs].map((mapping) => mapping.source), ...(loop ?? [])];
}
