import type { Id } from '../../../shared/id.js';
import type { Sight } from '../../expression/sight.js';
import type { DeclaredTypes } from '../../expression/values/declared-type.js';
import { variablesInSight } from './read-variables.js';
import type { WorkingCopy } from './working-copy.js';

/** What the expressions of an element see: the variables in sight, and the types that are declared for them (BPMN 2.0.2 §10.4.1). */
export function sightFrom(work: WorkingCopy, elementInstanceId: Id<'ElementInstance'>): Sight {
  const instance = work.instance();
  const { at } = work.command;
  const variables = variablesInSight(instance, elementInstanceId);
  if (work.world.process.definition.types === undefined) return { variables, at };
  return { variables, at, types: typesAt(work, instance.elements.get(elementInstanceId)?.node) };
}

/** The types of the names that are seen from within a node or scope of the diagram; absent where none has a type. */
export const typesAt = (work: WorkingCopy, node: string | undefined): DeclaredTypes | undefined =>
  work.world.process.definition.types?.get(node ?? '');
