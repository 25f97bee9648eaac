import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { letterArrived } from '../../cases/letters/letter-arrived.js';
import type { LetterOpening } from '../../cases/timeline/letter-opening.js';
import type { SentLetter } from '../../runtime/case-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** A letter that somebody it is to has opened, and by what. */
interface Opened {
  readonly letter: SentLetter;
  readonly way: LetterOpening['way'];
}

/** The person, or who acts for them, has opened a letter: it has come on this day. */
export async function letterOpened(
  ports: ApiPorts,
  { tenant, actor }: RequestActor,
  { letter, way }: Opened,
): Promise<void> {
  const { userTasks, definitionSource: definitions, cases, commands: handler, clock } = ports;
  const on = dateInNorway(await clock.now(tenant));
  await letterArrived({ userTasks, definitions, cases, handler }, tenant, {
    ...{ letter, on },
    by: { way, person: actor.id },
  });
}
