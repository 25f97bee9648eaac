import type { FeelSource } from '../../definition/activity-parts.js';
import { elementOf, elementsOf, idOfElement, type ModdleElement } from '../document/moddle-element.js';
import { sourceOf } from './read-association.js';
import { variableName } from './variable-name.js';

/** FEEL giving the list of a multi-instance: what its loop data input is filled from (BPMN 2.0.2 §10.3.8). */
export function loopSource(activity: ModdleElement, loop: ModdleElement): FeelSource | undefined {
  const input = elementOf(loop, 'loopDataInputRef');
  if (input === undefined) return undefined;
  const filling = elementsOf(activity, 'dataInputAssociations').find((one) => elementOf(one, 'targetRef') === input);
  return (filling && sourceOf(filling)) ?? variableName(input);
}

/** The variable that collects what the bodies made: what the loop data output is copied to (BPMN 2.0.2 §10.3.8). */
export function loopTarget(activity: ModdleElement, loop: ModdleElement): string | undefined {
  const output = elementOf(loop, 'loopDataOutputRef');
  if (output === undefined) return undefined;
  const emptying = elementsOf(activity, 'dataOutputAssociations').find((one) => emptiesInto(one, output));
  const target = emptying && elementOf(emptying, 'targetRef');
  return variableName(target ?? output);
}

const emptiesInto = (association: ModdleElement, output: ModdleElement): boolean =>
  elementsOf(association, 'sourceRef').some((source) => idOfElement(source) === idOfElement(output));

/** Whether a data association fills or empties the list of the loop as a whole: no mapping of the single bodies. */
export function isOfLoop(association: ModdleElement, activity: ModdleElement): boolean {
  const loop = elementOf(activity, 'loopCharacteristics');
  const input = loop && elementOf(loop, 'loopDataInputRef');
  const output = loop && elementOf(loop, 'loopDataOutputRef');
  const fills = input !== undefined && elementOf(association, 'targetRef') === input;
  return fills || (output !== undefined && emptiesInto(association, output));
}
