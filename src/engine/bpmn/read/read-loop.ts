import type { MultiInstance, MultiInstanceBehavior, StandardLoop } from '../../definition/loop.js';
import {
  elementOf,
  elementsOf,
  feelAttribute,
  feelBody,
  isSet,
  numberOf,
  present,
  textOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import { loopSource, loopTarget } from './loop-items.js';
import { eventDefinitionsOf } from './event-definitions-of.js';
import { resultOf } from './read-result.js';
import type { Reading } from './reading.js';
import { variableName } from './variable-name.js';

/** How often an activity is done; nothing where it is done once. */
export interface LoopParts {
  readonly multiInstance?: MultiInstance;
  readonly standardLoop?: StandardLoop;
}

/** Reads the loop of an activity (BPMN 2.0.2 §10.3.8). */
export function readLoop(activity: ModdleElement, reading: Reading): LoopParts {
  const loop = elementOf(activity, 'loopCharacteristics');
  if (loop === undefined) return {};
  return loop.$type === 'bpmn:StandardLoopCharacteristics'
    ? { standardLoop: readStandardLoop(loop) }
    : { multiInstance: readMultiInstance(activity, loop, reading) };
}

const readStandardLoop = (loop: ModdleElement): StandardLoop => ({
  ...present('condition', feelBody(loop, 'loopCondition')),
  ...present('maximum', numberOf(loop, 'loopMaximum')),
  testBefore: isSet(loop, 'testBefore'),
});

function readMultiInstance(activity: ModdleElement, loop: ModdleElement, reading: Reading): MultiInstance {
  const input = elementOf(loop, 'inputDataItem');
  const output = elementOf(loop, 'outputDataItem');
  const collection = feelAttribute(loop, 'collection') ?? loopSource(activity, loop);
  const cardinality = collection === undefined ? feelBody(loop, 'loopCardinality') : undefined;
  return {
    sequential: isSet(loop, 'isSequential'),
    ...present('collection', collection ?? (cardinality === undefined ? '' : undefined)),
    ...present('cardinality', cardinality),
    ...present('elementVariable', textOf(loop, 'elementVariable') ?? (input && variableName(input))),
    ...present('outputCollection', textOf(loop, 'outputCollection') ?? loopTarget(activity, loop)),
    ...present('outputElement', feelAttribute(loop, 'outputElement') ?? (output && variableName(output))),
    ...present('completionCondition', feelBody(loop, 'completionCondition')),
    ...present('behavior', readBehavior(activity, loop, reading)),
  };
}

function readBehavior(
  activity: ModdleElement,
  loop: ModdleElement,
  reading: Reading,
): MultiInstanceBehavior | undefined {
  const thrown = (reference: string) => {
    const definition = elementOf(loop, reference);
    return resultOf(definition === undefined ? [] : [definition], activity, reading);
  };
  switch (textOf(loop, 'behavior')) {
    case 'None':
      return { kind: 'none', event: thrown('noneBehaviorEventRef') };
    case 'One':
      return { kind: 'one', event: thrown('oneBehaviorEventRef') };
    case 'Complex':
      return { kind: 'complex', events: elementsOf(loop, 'complexBehaviorDefinition').map(readComplex) };
    default:
      return undefined;
  }

  function readComplex(behavior: ModdleElement) {
    const event = elementOf(behavior, 'event');
    return {
      condition: feelBody(behavior, 'condition') ?? '',
      event: resultOf(event === undefined ? [] : eventDefinitionsOf(event), activity, reading),
    };
  }
}
