import type { ElementInstance, ProcessInstance } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import { notFound } from '../refusal.js';

/** The variables of an instance: of the process itself, or of one living scope in it. */
export function variablesOf(instance: ProcessInstance, scope?: string): JsonObject {
  if (scope !== undefined) return elementIn(instance, scope).variables;
  const root = [...instance.elements.values()].find(({ parentId }) => parentId === undefined);
  return instance.finalVariables ?? root?.variables ?? {};
}

/** A living element instance by its id, or the first one of an element of the diagram. */
export function elementIn(instance: ProcessInstance, scope: string): ElementInstance {
  const living = [...instance.elements.values()];
  const found = living.find(({ id }) => id === scope) ?? living.find(({ node }) => node === scope);
  if (found === undefined) throw notFound('living scope', scope);
  return found;
}
