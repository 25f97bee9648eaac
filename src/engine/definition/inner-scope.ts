import type { Scope, UnversionedDefinition } from './process-definition.js';

/**
 * The scope inside a node. The process's own scope is inside none: a global task has the id of its process
 * (BPMN 2.0.2 §10.3.7), and is no scope for that.
 */
export function innerScope({ scopes }: Pick<UnversionedDefinition, 'scopes'>, node: string): Scope | undefined {
  const scope = scopes.get(node);
  return scope?.parent === undefined ? undefined : scope;
}
