import type { ProcessDefinition } from '../definition/process-definition.js';
import { compileScope, type CompiledScope } from './compile-scope.js';
import { joinsOf, meetingPlacesOf, type JoinReach } from './join-reach.js';

/** A definition with one flat machine for each of its scopes; made once and shared by every instance. */
export interface CompiledProcess {
  readonly definition: ProcessDefinition;
  readonly scopes: ReadonlyMap<string, CompiledScope>;
  /** By gateway that waits for what may still come: from where it may. */
  readonly joins: ReadonlyMap<string, JoinReach>;
  /** The nodes where tokens wait for other tokens. */
  readonly meetingPlaces: ReadonlySet<string>;
}

const compiled = new WeakMap<ProcessDefinition, CompiledProcess>();

/** Compiles a definition into machines; the same definition gives the same object, so asking again costs nothing. */
export function compileProcess(definition: ProcessDefinition): CompiledProcess {
  const known = compiled.get(definition);
  if (known !== undefined) return known;

  const scopes = [...definition.scopes.values()].map((scope) => [scope.id, compileScope(definition, scope)] as const);
  const process = {
    definition,
    scopes: new Map(scopes),
    joins: joinsOf(definition),
    meetingPlaces: meetingPlacesOf(definition),
  };
  compiled.set(definition, process);
  return process;
}
