import type { Mapping } from '../../definition/activity-parts.js';
import { isOfLoop } from './loop-items.js';
import { elementsOf, extensionsOf, feelAttribute, textOf, type ModdleElement } from '../document/moddle-element.js';
import { readAssociation } from './read-association.js';

/** What goes in and out of an activity: our own mappings, then its data associations (BPMN 2.0.2 §10.4.2). */
export const readActivityMappings = (
  activity: ModdleElement,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => ({
  inputs: mappingsOf(activity, 'boligflyt:Input', 'dataInputAssociations'),
  outputs: mappingsOf(activity, 'boligflyt:Output', 'dataOutputAssociations'),
});

/** What an event sends along; absent where it sends nothing of its own. */
export const readEventInputs = (event: ModdleElement): readonly Mapping[] | undefined =>
  orNothing(mappingsOf(event, 'boligflyt:Input', 'dataInputAssociations'));

/** What is taken from what an event brought; absent where it is taken as it is. */
export const readEventOutputs = (event: ModdleElement): readonly Mapping[] | undefined =>
  orNothing(mappingsOf(event, 'boligflyt:Output', 'dataOutputAssociations'));

function mappingsOf(element: ModdleElement, extension: string, associations: string): readonly Mapping[] {
  const drawn = elementsOf(element, associations).filter((association) => !isOfLoop(association, element));
  return [...extensionsOf(element, extension).map(readMapping), ...drawn.flatMap(readAssociation)];
}

const orNothing = (mappings: readonly Mapping[]): readonly Mapping[] | undefined =>
  mappings.length === 0 ? undefined : mappings;

const readMapping = (mapping: ModdleElement): Mapping => ({
  source: feelAttribute(mapping, 'source') ?? '',
  target: textOf(mapping, 'target') ?? '',
});
