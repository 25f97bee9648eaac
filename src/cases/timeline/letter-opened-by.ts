import type { ProcessEvent } from '../../engine/index.js';
import { idOf, type Id } from '../../shared/id.js';

/** Who opened the letter by which Boligflyt itself completed a task; undefined for every other event. */
export function letterOpenedBy(event: ProcessEvent): Id<'Actor'> | undefined {
  if (event.type !== 'UserTaskCompleted' || event.by !== 'system') return undefined;
  const { mottakApnetAv: person } = event.variables;
  return typeof person === 'string' ? idOf<'Actor'>(person) : undefined;
}
