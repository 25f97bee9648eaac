import type { ProcessEvent } from '../../engine/index.js';
import { idOf, type Id } from '../../shared/id.js';

/** That somebody opened the letter with a decision, and by what. */
export interface LetterOpening {
  readonly person: Id<'Actor'>;
  readonly way: 'lastet-ned' | 'apnet';
}

/** The opening of a letter by which Boligflyt itself completed a task; undefined for every other event. */
export function letterOpening(event: ProcessEvent): LetterOpening | undefined {
  if (event.type !== 'UserTaskCompleted' || event.by !== 'system') return undefined;
  const { mottakApnetAv: person, mottakBevis: way } = event.variables;
  if (typeof person !== 'string') return undefined;
  // Older journals say `digitalt` of a download.
  return { person: idOf<'Actor'>(person), way: way === 'apnet' ? 'apnet' : 'lastet-ned' };
}
