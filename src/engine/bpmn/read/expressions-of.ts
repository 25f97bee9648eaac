import type { FeelText, Mapping } from '../../definition/activity-parts.js';
import type { EventResult, EventTrigger } from '../../definition/event-definition.js';
import { isActivity, type Activity, type FlowNode, type JobUse, type UserTask } from '../../definition/flow-node.js';
import type { MultiInstance } from '../../definition/loop.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';

/** A FEEL source and the element that it stands on. */
export interface PlacedExpression {
  readonly element: string;
  readonly source: string;
  /** Whether what comes of it is written down at once, so that it may ask for the time of the command. */
  readonly mayAskTime: boolean;
}

type Sources = readonly (string | undefined)[];

/** Every expression in a process. */
export function expressionsOf({ key, hint, nodes, flows, scopes }: UnversionedDefinition): readonly PlacedExpression[] {
  const placed = (element: string, sources: Sources, mayAskTime = false): readonly PlacedExpression[] =>
    sources.filter((source) => source !== undefined).map((source) => ({ element, source, mayAskTime }));

  return [
    ...placed(key, [hint.title]),
    ...[...nodes.values()].flatMap((node) => [
      ...placed(node.id, sourcesOf(node)),
      ...placed(node.id, timedSourcesOf(node), true),
    ]),
    ...[...flows.values()].flatMap((flow) => placed(flow.id, [flow.condition])),
    ...[...scopes.values()].flatMap(({ id, variables }) =>
      placed(
        id,
        variables.map(({ initial }) => initial),
      ),
    ),
  ];
}

function sourcesOf(node: FlowNode): Sources {
  return [
    ...('trigger' in node ? triggerSources(node.trigger) : []),
    ...('result' in node ? resultSources(node.result) : []),
    ...(isActivity(node) ? activitySources(node) : []),
    ...(node.kind === 'complexGateway' ? [node.activationCondition] : []),
  ];
}

function timedSourcesOf(node: FlowNode): Sources {
  return [
    ...('trigger' in node ? timerSources(node.trigger) : []),
    ...('inputs' in node ? mappingSources(node.inputs) : []),
    ...('outputs' in node ? mappingSources(node.outputs) : []),
    ...(node.kind === 'userTask' ? [node.dueDate, node.followUpDate] : []),
    ...(node.kind === 'scriptTask' && node.work.kind === 'feel' ? [node.work.script] : []),
  ];
}

const mappingSources = (mappings: readonly Mapping[] = []): Sources => mappings.map(({ source }) => source);

// Text that begins with `=` is FEEL.
const inText = (text: FeelText | undefined): string | undefined =>
  text?.startsWith('=') === true ? text.slice(1) : undefined;

function triggerSources(trigger: EventTrigger): Sources {
  switch (trigger.kind) {
    case 'timer':
      return trigger.schedule.kind === 'deadline' ? [trigger.schedule.deadline.from] : [];
    case 'message':
      return [inText(trigger.message), trigger.correlationKey];
    case 'signal':
      return [inText(trigger.signal)];
    case 'conditional':
      return [trigger.condition];
    case 'error':
    case 'escalation':
      return [inText(trigger.code)];
    case 'multiple':
      return trigger.triggers.flatMap(triggerSources);
    default:
      return [];
  }
}

function resultSources(result: EventResult): Sources {
  switch (result.kind) {
    case 'message':
      return [inText(result.message), result.correlationKey];
    case 'job':
      return [inText(result.jobType)];
    case 'signal':
      return [inText(result.signal)];
    case 'error':
      return [inText(result.code), inText(result.message)];
    case 'escalation':
      return [inText(result.code)];
    case 'multiple':
      return result.results.flatMap(resultSources);
    default:
      return [];
  }
}

function timerSources(trigger: EventTrigger): Sources {
  if (trigger.kind === 'multiple') return trigger.triggers.flatMap(timerSources);
  return trigger.kind === 'timer' && trigger.schedule.kind !== 'deadline' ? [trigger.schedule.expression] : [];
}

function activitySources(activity: Activity): Sources {
  const { multiInstance, standardLoop } = activity;
  return [...workSources(activity), standardLoop?.condition, ...(multiInstance ? loopSources(multiInstance) : [])];
}

function loopSources(loop: MultiInstance): Sources {
  const { behavior } = loop;
  const thrown = behavior?.kind === 'complex' ? behavior.events : behavior === undefined ? [] : [behavior];
  return [
    loop.collection,
    loop.cardinality,
    loop.outputElement,
    loop.completionCondition,
    ...thrown.flatMap((one) => ['condition' in one ? one.condition : undefined, ...resultSources(one.event)]),
  ];
}

function workSources(activity: Activity): Sources {
  switch (activity.kind) {
    case 'userTask':
      return userTaskSources(activity);
    case 'serviceTask':
      return jobSources(activity);
    case 'scriptTask':
      return activity.work.kind === 'feel' ? [] : jobSources(activity.work);
    case 'businessRuleTask':
      return activity.work.kind === 'decision' ? [inText(activity.work.decision)] : jobSources(activity.work);
    case 'adHocSubProcess':
      return [activity.completionCondition, activity.activeElements];
    case 'callActivity':
      return [inText(activity.calledProcess), activity.businessKey];
    default:
      return [];
  }
}

const jobSources = ({ jobType, retries }: JobUse): Sources => [inText(jobType), retries];

function userTaskSources(task: UserTask): Sources {
  const { candidateGroups, candidateUsers = [], participation, deadline } = task;
  return [
    ...[...candidateGroups, ...candidateUsers, participation?.code].map(inText),
    deadline?.from,
    task.assignee,
    task.title,
    task.priority,
  ];
}
