import type { FeelText } from '../../definition/activity-parts.js';
import type { BusinessRuleTask, FlowNode, ResultShape, ScriptTask, SendTask } from '../../definition/flow-node.js';
import { idOfElement, isSet, present, textOf, type ModdleElement } from '../document/moddle-element.js';
import type { NodePlace } from './node-place.js';
import type { ActivityParts } from './read-activity.js';
import { readBinding } from './read-binding.js';
import { readCall } from './read-call.js';
import { messageOf } from './read-message.js';
import { messageResult } from './read-result.js';
import { readScript, resultName } from './read-script.js';
import { messageTrigger } from './read-trigger.js';
import { readUserTaskParts } from './read-user-task.js';
import { headersOf, readJob } from './read-work.js';
import type { Reading } from './reading.js';

/** Reads a task or a call (BPMN 2.0.2 §10.3.3, §10.3.6); undefined for every other element. */
export function readTask(element: ModdleElement, parts: ActivityParts, place: NodePlace): FlowNode | undefined {
  const { reading } = place;
  switch (element.$type) {
    case 'bpmn:UserTask':
      return { kind: 'userTask', ...parts, ...readUserTaskParts(element, reading) };
    case 'bpmn:ServiceTask':
      return { kind: 'serviceTask', ...parts, ...readJob(element, reading) };
    case 'bpmn:SendTask':
      return { kind: 'sendTask', ...parts, result: readSending(element, reading) };
    case 'bpmn:ReceiveTask':
      return {
        kind: 'receiveTask',
        ...parts,
        trigger: messageTrigger(element, messageOf(element), place),
        ...present('instantiate', isSet(element, 'instantiate') || undefined),
      };
    case 'bpmn:ScriptTask':
      return { kind: 'scriptTask', ...parts, work: readScriptWork(element, reading) };
    case 'bpmn:BusinessRuleTask':
      return { kind: 'businessRuleTask', ...parts, work: readRules(element, reading) };
    case 'bpmn:ManualTask':
      return { kind: 'manualTask', ...parts, ...present('waits', reading.options.manualTasks === 'wait' || undefined) };
    case 'bpmn:Task':
      return { kind: 'task', ...parts };
    case 'bpmn:CallActivity':
      return { kind: 'callActivity', ...parts, ...readCall(element) };
    default:
      return undefined;
  }
}

// A message that is drawn is sent by the engine; anything else is a worker's.
function readSending(task: ModdleElement, reading: Reading): SendTask['result'] {
  const isDrawn = messageOf(task) !== undefined || reading.messageTargets.has(idOfElement(task));
  if (isDrawn || textOf(task, 'jobType') !== undefined) return messageResult(task, task, reading);
  return { kind: 'job', jobType: readJob(task, reading).jobType, headers: headersOf(task) };
}

function readScriptWork(task: ModdleElement, reading: Reading): ScriptTask['work'] {
  if (textOf(task, 'jobType') !== undefined) return { kind: 'job', ...readJob(task, reading) };
  return readScript(task, { format: textOf(task, 'scriptFormat'), script: textOf(task, 'script') }, reading);
}

function readRules(task: ModdleElement, reading: Reading): BusinessRuleTask['work'] {
  const decision: FeelText | undefined = textOf(task, 'decision');
  if (decision === undefined) return { kind: 'job', ...readJob(task, reading) };
  return {
    kind: 'decision',
    decision,
    binding: readBinding(task) ?? { kind: 'latest' },
    ...present('resultVariable', resultName(task)),
    ...present('resultShape', shapes.get(textOf(task, 'resultShape') ?? '')),
  };
}

const shapes: ReadonlyMap<string, ResultShape> = new Map(
  (['singleEntry', 'singleResult', 'collectEntries', 'resultList'] as const).map((shape) => [shape, shape]),
);
