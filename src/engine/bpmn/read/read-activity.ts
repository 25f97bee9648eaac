import type { Activity } from '../../definition/flow-node.js';
import { idOfReference, isSet, numberOf, present, truthOf, type ModdleElement } from '../document/moddle-element.js';
import type { NodeBase, NodePlace } from './node-place.js';
import { readActivityMappings } from './read-mappings.js';
import { readLoop, type LoopParts } from './read-loop.js';

/** What every activity has beside its place in the flow. */
export type ActivityParts = NodeBase &
  Pick<
    Activity,
    | 'inputs'
    | 'outputs'
    | 'boundaryEvents'
    | 'defaultFlow'
    | 'startQuantity'
    | 'completionQuantity'
    | 'isForCompensation'
    | 'returnsAll'
  > &
  LoopParts;

/** Reads what every activity has (BPMN 2.0.2 §10.3). */
export function readActivityParts(activity: ModdleElement, place: NodePlace): Omit<ActivityParts, keyof NodeBase> {
  const loop = readLoop(activity, place.reading);
  return {
    ...readActivityMappings(activity),
    ...loop,
    boundaryEvents: place.boundaryEvents,
    ...present('defaultFlow', idOfReference(activity, 'default')),
    ...present('startQuantity', quantityOf(activity, 'startQuantity')),
    ...present('completionQuantity', quantityOf(activity, 'completionQuantity')),
    ...present('returnsAll', truthOf(activity, 'returnsAll')),
    ...present('isForCompensation', isSet(activity, 'isForCompensation') || undefined),
  };
}

function quantityOf(activity: ModdleElement, name: string): number | undefined {
  const quantity = numberOf(activity, name);
  return quantity === 1 ? undefined : quantity;
}
