import type { ProcessEvent } from '../../engine/index.js';
import { arrivalNames, awaitedLetters, type AwaitedLetter } from '../letters/arrival-names.js';
import { idOf, type Id } from '../../shared/id.js';

/** That somebody opened the letter with a decision or the reasons for it, and by what. */
export interface LetterOpening {
  readonly person: Id<'Actor'>;
  readonly way: 'lastet-ned' | 'apnet';
  readonly about: AwaitedLetter;
}

/** The opening of a letter by which Boligflyt itself completed a task; undefined for every other event. */
export function letterOpening(event: ProcessEvent): LetterOpening | undefined {
  if (event.type !== 'UserTaskCompleted' || event.by !== 'system') return undefined;
  for (const about of awaitedLetters) {
    const names = arrivalNames[about];
    const { [names.openedBy]: person, [names.how]: way } = event.variables;
    // Older journals say `digitalt` of a download.
    if (typeof person === 'string')
      return { person: idOf<'Actor'>(person), way: way === 'apnet' ? 'apnet' : 'lastet-ned', about };
  }
  return undefined;
}

/** What a letter is about that went by post, and whose arrival Boligflyt itself wrote down; undefined for every other event. */
export function letterByPost(event: ProcessEvent): AwaitedLetter | undefined {
  if (event.type !== 'UserTaskCompleted' || event.by !== 'system') return undefined;
  return awaitedLetters.find((about) => event.variables[arrivalNames[about].how] === 'sendt-i-posten');
}
