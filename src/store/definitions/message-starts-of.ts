import type { UnversionedDefinition } from '../../engine/index.js';

/** A start event that a message starts instances by. */
export interface MessageStart {
  readonly startEvent: string;
  readonly message: string;
}

/** The message start events of a process (BPMN 2.0.2 §10.5.2.3). */
export function messageStartsOf(definition: UnversionedDefinition): readonly MessageStart[] {
  const root = definition.scopes.get(definition.key);
  return (root?.startEvents ?? []).flatMap((startEvent) => {
    const node = definition.nodes.get(startEvent);
    const trigger = node?.kind === 'startEvent' ? node.trigger : undefined;
    return trigger?.kind === 'message' ? [{ startEvent, message: trigger.message }] : [];
  });
}
