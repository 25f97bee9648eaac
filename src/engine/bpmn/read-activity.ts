import type { Mapping } from '../definition/activity-parts.js';
import type { Activity } from '../definition/flow-node.js';
import type { MultiInstance } from '../definition/loop.js';
import {
  bodyOf,
  elementOf,
  extensionsOf,
  feelAttribute,
  feelOf,
  idOfElement,
  isSet,
  present,
  textOf,
  type ModdleElement,
} from './moddle-element.js';

/** What every activity has beside its place in the flow. */
export type ActivityParts = Pick<Activity, 'inputs' | 'outputs' | 'boundaryEvents' | 'defaultFlow' | 'multiInstance'>;

/** Reads what every activity has; `boundaryEvents` are the ids of the events attached to it. */
export function readActivityParts(activity: ModdleElement, boundaryEvents: readonly string[]): ActivityParts {
  const defaultFlow = elementOf(activity, 'default');
  const loop = elementOf(activity, 'loopCharacteristics');
  return {
    inputs: extensionsOf(activity, 'boligflyt:Input').map(readMapping),
    outputs: extensionsOf(activity, 'boligflyt:Output').map(readMapping),
    boundaryEvents,
    ...present('defaultFlow', defaultFlow && idOfElement(defaultFlow)),
    ...present('multiInstance', loop && readMultiInstance(loop)),
  };
}

const readMapping = (mapping: ModdleElement): Mapping => ({
  source: feelAttribute(mapping, 'source') ?? '',
  target: textOf(mapping, 'target') ?? '',
});

function readMultiInstance(loop: ModdleElement): MultiInstance {
  const condition = bodyOf(loop, 'completionCondition');
  return {
    sequential: isSet(loop, 'isSequential'),
    collection: feelAttribute(loop, 'collection') ?? '',
    elementVariable: textOf(loop, 'elementVariable') ?? '',
    ...present('outputCollection', textOf(loop, 'outputCollection')),
    ...present('outputElement', feelAttribute(loop, 'outputElement')),
    ...present('completionCondition', condition === undefined ? undefined : feelOf(condition)),
  };
}
