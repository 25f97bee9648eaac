import type { Command, Effect, ProcessEvent, ProcessInstance } from '../../engine/index.js';
import type { CommandRequest } from '../../runtime/ports.js';
import type { DecidedStep } from '../homes/rows-of-step.js';
import type { DefinitionFacts } from './definition-facts.js';

/** An accepted command with everything that follows from it: what one transaction writes for one case. */
export interface Change {
  readonly request: CommandRequest;
  readonly command: Command;
  readonly before: ProcessInstance | undefined;
  readonly after: ProcessInstance;
  readonly events: readonly ProcessEvent[];
  readonly effects: readonly Effect[];
  readonly facts: DefinitionFacts;
  /** What it does to registers. */
  readonly registers?: DecidedStep;
}

/** The events of one type, in their order. */
export const eventsOf = <Type extends ProcessEvent['type']>(
  { events }: Change,
  ...types: readonly Type[]
): readonly Extract<ProcessEvent, { type: Type }>[] => {
  const wanted: ReadonlySet<string> = new Set(types);
  return events.filter((event): event is Extract<ProcessEvent, { type: Type }> => wanted.has(event.type));
};
